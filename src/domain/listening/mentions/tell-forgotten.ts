import type { Executor } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { Mention, Source } from '../model.ts'

/** What an event may carry: it must fit a notification. */
const MOST = 50

/**
 * Tells the desk of mentions that are gone, and of the people who went with them. Runs in the
 * caller's transaction.
 * @param goneAuthors accounts that were deleted, rather than some of their posts
 */
export async function tellForgotten(
  trx: Executor,
  { companyId, connectorId }: Pick<Source, 'companyId' | 'connectorId'>,
  forgotten: readonly Pick<Mention, 'id' | 'author'>[],
  goneAuthors: readonly string[],
): Promise<void> {
  for (let from = 0; from < forgotten.length; from += MOST) {
    const some = forgotten.slice(from, from + MOST)
    const mentionIds = some.map(({ id }) => id)
    await emit(trx, companyId, 'mention.forgotten', { mentionIds })
  }
  const people = new Set(forgotten.flatMap(({ author }) => author?.remoteId ?? []))
  for (const remoteId of people)
    if (goneAuthors.includes(remoteId))
      await emit(trx, companyId, 'person.forgotten', { connectorId, remoteId })
}
