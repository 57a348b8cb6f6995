import type { z } from 'zod'
import type { postInput } from '#domain/publishing/api.ts'
import { type Language, say, type Text } from '#platform/text.ts'
import type { duelInput } from './api.ts'

type Asked = z.output<typeof duelInput> & { language: Language }

/** The post that asks, to be looked at by a person before it leaves. @param page where people vote */
export function postOf(duel: Asked, page: string): z.input<typeof postInput> {
  const { question, first, second, channelIds, language, days } = duel
  const plain = {
    language,
    mediaIds: [first.mediaId, second.mediaId],
    variants: channelIds.map((channelId) => ({ channelId })),
    // Its links are ours already, and lead to the page itself.
    trackLinks: false,
    labels: ['spontaneous' as const],
    about: 'customer' as const,
  }
  const labels = { first: first.label, second: second.label }
  if (duel.way === 'poll') {
    const poll = { choices: [first.label, second.label], minutes: days * 1440, multiple: false }
    return { ...plain, text: question, poll }
  }
  if (duel.way === 'reactions')
    return { ...plain, text: `${question}\n\n${say(react, language, labels)}` }
  const text = `${question}\n\nA · ${first.label}\n${page}/a\n\nB · ${second.label}\n${page}/b`
  return { ...plain, text }
}

const react: Text = {
  en: '♥ like for {first}\n↻ repost for {second}',
  fr: '♥ j’aime pour {first}\n↻ partage pour {second}',
}
