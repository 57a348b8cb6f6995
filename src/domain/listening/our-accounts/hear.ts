import type { Found } from '#connectors/_contract/connector.ts'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { type CompanyMatchers, companyMatchers } from '../mentions/company-matcher.ts'
import { keepMentions } from '../mentions/keep-mentions.ts'
import { normalise } from '../mentions/normalise.ts'
import { OUR_ACCOUNTS, sourceNames } from '../model.ts'
import { failureWithin } from '../passage/savepoint.ts'
import { setAside } from '../passage/set-aside.ts'
import { ourIds } from '../mentions/our-ids.ts'
import type { ListeningTables } from '../tables.ts'
import { takeTurn } from '../turn.ts'

/** Asks a company's queries about what one of its accounts received; does nothing where it does not listen to them. */
export type Hearer = (
  trx: Executor,
  from: { companyId: string; connectorId: string },
  received: Found,
) => Promise<void>

/** What the inbox tells of each comment and public mention, in the transaction that handles it. */
export function hearer(desk: Desk): Hearer {
  const matchers: CompanyMatchers = companyMatchers(desk)
  return async (trx, { companyId, connectorId }, received) => {
    const now = desk.clock.now()
    const tables = tablesOf<ListeningTables>(trx)
    const source = await tables
      .selectFrom('sources')
      .selectAll()
      .where('companyId', '=', companyId)
      .where('connectorId', '=', OUR_ACCOUNTS)
      .where('paused', '=', false)
      .forKeyShare()
      .executeTakeFirst()
    // Most companies do not listen to their accounts: their inbox waits for no turn.
    if (!source) return
    await takeTurn(trx, companyId)
    // A mention belongs to the network on which it was written.
    const names = sourceNames(desk, connectorId, source.name)
    const origin = { ...source, connectorId, names }
    const ours = await ourIds(trx, origin)
    if (received.author && ours.has(received.author.remoteId)) return
    const matcher = await matchers(trx, companyId)
    const refusal = await failureWithin(trx, async () => {
      await keepMentions(trx, origin, [normalise(received, now)], matcher, now)
    })
    if (refusal !== undefined) {
      const gone = { posts: [], authors: [] }
      const brought = {
        source,
        network: connectorId,
        live: false,
        items: [received],
        changed: [],
        gone,
      }
      await setAside(desk, trx, brought, refusal)
    }
    await tables
      .updateTable('sources')
      .set((eb) => ({ lastPollAt: now, lastItemAt: now, itemsRead: eb('itemsRead', '+', 1) }))
      .where('id', '=', source.id)
      .execute()
    if (source.lastPollAt === null)
      await emit(trx, companyId, 'query.source_changed', { sourceId: source.id })
  }
}
