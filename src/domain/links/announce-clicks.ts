import type { Database } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { Log } from '#platform/log.ts'

/** Screens hear of new clicks at most this often per company. */
const EVERY_MS = 2_000

/**
 * Tells that clicks came, once for many: the first at once, the others together a little later.
 * Only screens that are open listen; the clicks themselves are kept already.
 */
export function clickAnnouncements(db: Database, log: Log): (companyId: string) => void {
  const quiet = new Map<string, { more: boolean }>()

  function announce(companyId: string) {
    const state = { more: false }
    quiet.set(companyId, state)
    emit(db, companyId, 'click.recorded').catch((error: unknown) => {
      log.warn({ error }, 'new clicks could not be announced')
    })
    setTimeout(() => {
      quiet.delete(companyId)
      if (state.more) announce(companyId)
    }, EVERY_MS).unref()
  }

  return (companyId) => {
    const state = quiet.get(companyId)
    if (state) state.more = true
    else announce(companyId)
  }
}
