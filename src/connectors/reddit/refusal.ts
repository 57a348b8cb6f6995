import { z } from 'zod'
import type { Reply } from '#connectors/_contract/ask.ts'
import type { Tools } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import { refusedBy } from '#connectors/_contract/refusals.ts'
import type { Text } from '#platform/text.ts'

/** `[code, words, field]`, with the seconds to wait beside them where there are too many posts. */
export const errorsSchema = z.object({
  json: z.object({
    errors: z.array(z.tuple([z.string(), z.string().nullable()]).rest(z.unknown())),
    ratelimit: z.number().optional(),
  }),
})

type Refusal = z.infer<typeof errorsSchema>

export function failureOf({ json }: Refusal, tools: Pick<Tools, 'clock'>): Failure {
  const [code = '', words] = json.errors[0] ?? []
  const detail = `${code} ${words ?? ''}`.trim()
  if (code === 'RATELIMIT') {
    const seconds = json.ratelimit ?? secondsIn(words ?? '')
    return { kind: 'rate', until: after(tools, seconds), detail }
  }
  if (code === 'USER_REQUIRED') return { kind: 'auth', detail }
  const known = sentences.find(({ codes }) => codes.test(code))
  return {
    kind: 'rejected',
    // A community's own rules speak in its own words.
    reason: known?.reason ?? refusedBy('Reddit', words ?? code),
    ...(known?.field ? { field: known.field } : {}),
    detail,
  }
}

/** “Try again in 9 minutes.”, “Take a break for 30 seconds…” */
function secondsIn(words: string): number {
  const [, count = '', unit = ''] = /(\d+) (second|minute|hour)/.exec(words) ?? []
  const long: Record<string, number> = { second: 1, minute: 60, hour: 3600 }
  return Number(count) * (long[unit] ?? 0) || 600
}

/** When Reddit wants to be asked again: its reset header is seconds from now, not an instant. */
export function waitAsked(reply: Reply, tools: Pick<Tools, 'clock'>): Date | null {
  const seconds = Number(reply.headers.get('x-ratelimit-reset') ?? Number.NaN)
  const isTold = seconds > 0 && seconds <= 3600 && !reply.headers.has('retry-after')
  return isTold ? after(tools, seconds) : null
}

const after = ({ clock }: Pick<Tools, 'clock'>, seconds: number) =>
  new Date(clock.now().getTime() + Math.max(1, seconds) * 1000)

const sentences: { codes: RegExp; reason: Text; field?: string }[] = [
  {
    codes: /^(?:SUBREDDIT_NOEXIST|BAD_SR_NAME|SUBREDDIT_REQUIRED)$/,
    reason: {
      en: 'Reddit knows no such community.',
      fr: 'Reddit ne connaît pas cette communauté.',
    },
    field: 'subreddit',
  },
  {
    codes: /^(?:SUBREDDIT_NOTALLOWED|SUBREDDIT_DISABLED|BANNED_FROM_SUBREDDIT)/,
    reason: {
      en: 'This community does not let the account post. Ask its moderators.',
      fr: 'Cette communauté ne laisse pas le compte publier. Adressez-vous à ses modérateurs.',
    },
    field: 'subreddit',
  },
  {
    codes: /^(?:NO_SELFS|NO_LINKS|NO_IMAGES|NO_TEXT)$/,
    reason: {
      en: 'This community does not take posts of this kind: try a text, a link or an image.',
      fr: 'Cette communauté ne prend pas ce genre de publication : essayez un texte, un lien ou une image.',
    },
    field: 'subreddit',
  },
  {
    codes: /FLAIR/,
    reason: {
      en: 'This community wants a flair of its own on every post. Choose one in the options.',
      fr: 'Cette communauté veut un flair à elle sur chaque publication. Choisissez-en un dans les options.',
    },
    field: 'flair',
  },
  {
    codes: /^ALREADY_SUB$/,
    reason: {
      en: 'This link was posted in this community before.',
      fr: 'Ce lien a déjà été publié dans cette communauté.',
    },
    field: 'text',
  },
  {
    codes: /^(?:THREAD_LOCKED|TOO_OLD|DELETED_COMMENT|DELETED_LINK|COMMENTER_BLOCKED)/,
    reason: {
      en: 'Reddit takes no more answers there: it is gone, locked or too old.',
      fr: 'Reddit n’accepte plus de réponse à cet endroit : c’est supprimé, verrouillé ou trop ancien.',
    },
  },
  {
    codes: /^TOO_LONG$/,
    reason: {
      en: 'The text or the title is longer than Reddit accepts.',
      fr: 'Le texte ou le titre est plus long que ce que Reddit accepte.',
    },
    field: 'text',
  },
]
