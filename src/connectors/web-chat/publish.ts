import type { Answered, Outgoing, Publish } from '#connectors/_contract/connector.ts'
import { done, failed } from '#connectors/_contract/failure.ts'
import { emptyPost, rejected, tooLong } from '#connectors/_contract/refusals.ts'
import { manifest } from './manifest.ts'
import { settingsOf, TEXT_MAX } from './settings.ts'

/** Answers alone. One is delivered when it is written where its visitor reads it, under the delivery's own name. */
export const publish: Publish = {
  async publish({ visits }, account, outgoing) {
    if (!visits) return failed(NO_BOOK)
    const { id, text, by = null, replyTo } = outgoing
    const threadId = replyTo?.data?.['threadId']
    if (typeof threadId !== 'string') return rejected('text', answersOnly)
    if (text.trim() === '') return rejected('text', emptyPost(manifest.name))
    if ([...text].length > TEXT_MAX) return rejected('text', tooLong(manifest.name, TEXT_MAX))
    const kept = await visits.answer(id, { threadId, text, by })
    return kept.ok ? done(published(kept.value, account)) : kept
  },
  async confirm({ visits }, account, { id }: Outgoing) {
    if (!visits) return failed(NO_BOOK)
    const kept = await visits.find(id)
    return done(kept && published(kept, account))
  },
  async remove({ visits }, _account, { remoteId }) {
    if (!visits) return failed(NO_BOOK)
    await visits.take(remoteId)
    return done(null)
  },
}

const NO_BOOK = { kind: 'transient', detail: 'no book of visits at hand' } as const

const published = (
  { id, at }: Answered,
  account: Parameters<typeof settingsOf>[0],
): { remoteId: string; url: string; publishedAt: Date } => ({
  remoteId: id,
  // It has no address of its own: only its visitor reads it, on the website.
  url: settingsOf(account).origins[0] ?? '',
  publishedAt: at,
})

const answersOnly = {
  en: 'A web chat takes no post: it answers visitors who wrote first.',
  fr: 'Une discussion de site ne prend pas de publication : elle répond à qui a écrit d’abord.',
}
