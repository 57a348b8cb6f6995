import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Actor } from '#platform/http/route.ts'
import { type Language, say, type Text } from '#platform/text.ts'
import { alreadyListened, tooManySources } from '../errors.ts'
import { OUR_ACCOUNTS } from '../model.ts'
import { MOST_SOURCES } from '../sources/add-source.ts'
import { newSource } from '../sources/new-source.ts'
import type { ListeningTables } from '../tables.ts'
import { takeTurn } from '../turn.ts'

const called: Text = { en: 'Our accounts', fr: 'Nos comptes' }

/**
 * Has the saved queries asked, from now on, about every comment and public mention that the company's accounts receive.
 * @throws Problem when they are already, or the company has as many sources as it may
 */
export async function listenToOurAccounts(
  desk: Desk,
  actor: Actor,
  id: string,
  language: Language,
): Promise<void> {
  const { companyId } = actor
  const now = desk.clock.now()
  await tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      await takeTurn(trx, companyId)
      const sources = await trx
        .selectFrom('sources')
        .select(['id', 'name', 'connectorId'])
        .where('companyId', '=', companyId)
        .execute()
      if (sources.some((one) => one.id === id)) return
      const there = sources.find(({ connectorId }) => connectorId === OUR_ACCOUNTS)
      if (there) throw new Problem(alreadyListened, { name: there.name })
      if (sources.length >= MOST_SOURCES) throw new Problem(tooManySources, { max: MOST_SOURCES })
      await trx
        .insertInto('sources')
        .values({
          ...newSource(now),
          id,
          companyId,
          connectorId: OUR_ACCOUNTS,
          channelId: null,
          name: say(called, language),
          settings: '{}',
        })
        .execute()
      await audit(trx, {
        companyId,
        at: now,
        actor: actor.id,
        action: 'source.added',
        subject: `source:${id}`,
      })
      await emit(trx, companyId, 'query.source_changed', { sourceId: id })
    })
}
