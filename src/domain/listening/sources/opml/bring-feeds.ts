import { v7 as uuid } from 'uuid'
import type { Connector } from '#connectors/_contract/connector.ts'
import { readsFeeds } from '#connectors/_contract/feed-reader.ts'
import type { Desk } from '#domain/desk.ts'
import { audit, companyOf } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Actor } from '#platform/http/route.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { FeedsBrought } from '../../api.ts'
import { cannotListen, noFeedsInFile, tooManySources } from '../../errors.ts'
import type { ListeningTables } from '../../tables.ts'
import { takeTurn } from '../../turn.ts'
import { MOST_SOURCES } from '../add-source.ts'
import { feedFields, readSettings } from '../feed-settings.ts'
import { SOURCES_WORK } from '../look-back.ts'
import { newSource } from '../new-source.ts'
import { type Listed, readOpml } from './read-opml.ts'

/**
 * Listens to every feed of a list: all that can be listened to, or none. Whether an address is a feed is found out when it is
 * first read, at once, and said in the list of sources: a hundred are not tried while somebody waits. One that would never
 * be tried is left out.
 * @throws Problem when the file is no list of feeds, or holds more than a company may listen to
 */
export async function bringFeeds(desk: Desk, actor: Actor, file: string): Promise<FeedsBrought> {
  const { companyId } = actor
  const connector = await feedReader(desk, companyId)
  const listed = readOpml(file)
  if (!listed || listed.length === 0) throw new Problem(noFeedsInFile)
  const { good, wrong } = sorted(desk, connector, listed)
  const now = desk.clock.now()
  return tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      await takeTurn(trx, companyId)
      const known = await addressesOf(trx, companyId, connector.manifest.id)
      const fresh = good.filter(({ settings }) => !known.feeds.has(settings))
      if (known.sources + fresh.length > MOST_SOURCES)
        throw new Problem(tooManySources, { max: MOST_SOURCES })
      if (fresh.length > 0) {
        const rows = fresh.map(({ name, settings }) => ({
          ...newSource(now),
          id: uuid(),
          companyId,
          connectorId: connector.manifest.id,
          channelId: null,
          name,
          settings,
        }))
        await trx.insertInto('sources').values(rows).execute()
        await wake(trx, SOURCES_WORK)
        const by = { companyId, at: now, actor: actor.id, subject: `company:${companyId}` }
        await audit(trx, { ...by, action: 'source.list-added', detail: { added: fresh.length } })
        await emit(trx, companyId, 'query.source_changed', { sourceId: rows[0]?.id ?? '' })
      }
      return { added: fresh.length, known: good.length - fresh.length, wrong }
    })
}

/** What reads feeds in this company. @throws Problem when there is none */
async function feedReader(desk: Desk, companyId: string): Promise<Connector> {
  const { practice } = await companyOf(desk.db, companyId)
  const found = [...desk.connectors.values()].find(
    (one) => readsFeeds(one) && one.manifest.practice === practice,
  )
  if (!found) throw new Problem(cannotListen)
  return found
}

interface Sorted {
  good: { name: string; settings: string }[]
  wrong: string[]
}

/** Those that may be read, written as a person's would be, each once; and those that are no address of the public web. */
function sorted(
  { mayReach }: Pick<Desk, 'mayReach'>,
  { manifest }: Connector,
  listed: readonly Listed[],
): Sorted {
  const good = new Map<string, { name: string; settings: string }>()
  const wrong: string[] = []
  for (const { url, name } of listed) {
    try {
      const settings = readSettings(feedFields(manifest), { url })
      if (!mayReach(settings['url'] ?? '')) {
        wrong.push(url.slice(0, 300))
        continue
      }
      const host = new URL(settings['url'] ?? '').host.replace(/^www\./, '').slice(0, 120)
      const written = JSON.stringify(settings)
      if (!good.has(written)) good.set(written, { name: name || host, settings: written })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      wrong.push(url.slice(0, 300))
    }
  }
  return { good: [...good.values()], wrong: wrong.slice(0, 50) }
}

async function addressesOf(trx: Executor, companyId: string, connectorId: string) {
  const rows = await tablesOf<ListeningTables>(trx)
    .selectFrom('sources')
    .select(['connectorId', 'settings'])
    .where('companyId', '=', companyId)
    .execute()
  const own = rows.filter((row) => row.connectorId === connectorId)
  return {
    sources: rows.length,
    feeds: new Set(own.map(({ settings }) => JSON.stringify(settings))),
  }
}
