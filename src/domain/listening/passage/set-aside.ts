import type { Desk } from '#domain/desk.ts'
import type { Executor } from '#platform/db/database.ts'
import type { Brought } from './brought.ts'
import { write } from './message.ts'
import { parkIn } from './park.ts'
import { refusedAtOnce } from './reasons.ts'

const nothingGone = { posts: [], authors: [] }

/**
 * Sets aside one post that the database refused, as a queue would have brought it, so that it is tried again in the same way.
 * Runs in the caller's transaction.
 */
export async function setAside(
  desk: Desk,
  trx: Executor,
  brought: Brought,
  error: unknown,
): Promise<void> {
  const now = desk.clock.now()
  const [message] = namely(brought, now)
  if (!message) return
  const { companyId, id: sourceId } = brought.source
  const reason = refusedAtOnce(error)
  const { id: identity, body } = message
  await parkIn(trx, { companyId, sourceId, body, times: 1, reason, identity }, now)
  desk.log.warn({ error, source: sourceId }, 'a post was set aside')
}

/** The posts by names that stay the same however often their source is read from its beginning. */
export function namely({ source, ...brought }: Brought, now: Date) {
  return write({ ...brought, source: { ...source, lookBackWanted: 0 }, gone: nothingGone }, now)
}
