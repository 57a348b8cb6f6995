import type { Connector, Heard } from '#connectors/_contract/connector.ts'
import { type Channel, heardFrom } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { kindOf, type Source } from '../model.ts'
import type { Passage } from '../passage/passage.ts'
import type { ListeningTables } from '../tables.ts'
import { takeTurn } from '../turn.ts'
import { LEASE_MS, lockUnderLease } from './claim-source.ts'
import { looksBack } from './look-back.ts'
import { rhythmOf } from './next-poll.ts'
import { troubleColumn } from './trouble.ts'
import { keepHub } from './websub/keep-hub.ts'
import { type FeedSubscription, liveSince, TOLD_RHYTHM } from './websub/model.ts'

/**
 * Keeps what a source brought, all of it or nothing, or hands it over to those who do; nothing if the lease was lost
 * meanwhile.
 * @throws QueueAway when it could not be handed over: the place has not moved
 */
export async function keepPage(
  desk: Desk,
  passage: Passage,
  source: Source,
  connector: Connector,
  page: Heard,
  channel: Channel | undefined,
): Promise<void> {
  const now = desk.clock.now()
  const { id, companyId } = source
  const nothingElse = { changed: [], gone: { posts: [], authors: [] } }
  const brought = { source, live: false, items: page.items, ...nothingElse }
  const keep = await passage.hand(brought)
  await tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      if (keep) await takeTurn(trx, companyId)
      const present = await lockUnderLease(trx, source)
      if (!present) return
      await keep?.(trx)
      const told =
        kindOf(source, connector) === 'feed'
          ? await keepHub(trx, desk, id, page.hub, now)
          : undefined
      await trx
        .updateTable('sources')
        .set((eb) => ({
          ...healthy(source, connector, page, now),
          itemsRead: eb('itemsRead', '+', isAgain(source, connector) ? 0 : page.items.length),
          nextPollAt:
            present.lookBackWanted > source.lookBackWanted
              ? now
              : new Date(now.getTime() + waitAfter(source, connector, page, told, now)),
        }))
        .where('id', '=', id)
        .execute()
      const isNews = source.trouble?.sentence.en !== page.trouble?.en
      if (isNews || source.lastPollAt === null)
        await emit(trx, companyId, 'query.source_changed', { sourceId: id })
      if (channel) await heardFrom(trx, channel.id, now)
    })
}

function healthy(
  source: Source,
  connector: Connector,
  { items, cursor, trouble: sentence }: Heard,
  now: Date,
) {
  const since = source.trouble?.since ?? now.toISOString()
  return {
    // A reading from the beginning does not lose the place reached before it.
    cursor: (isAgain(source, connector) ? source.cursor : (cursor ?? source.cursor)) ?? null,
    leaseUntil: null,
    lastPollAt: now,
    failures: 0,
    trouble: sentence ? troubleColumn(sentence, since) : null,
    lookBackDone: source.lookBackWanted,
    ...(items.length > 0 ? { lastItemAt: now } : {}),
  }
}

/** A feed may show what is new a little after its hub told of it. */
const AFTER_WORD = 10 * 60_000

/** After a reading from the beginning, what came since the place reached is read at once. */
function waitAfter(
  source: Source,
  connector: Connector,
  page: Heard,
  told: FeedSubscription | undefined,
  now: Date,
): number {
  if (isAgain(source, connector)) return 0
  const usual = rhythmOf(source, connector)
  if (!told || !liveSince(told, now)) return usual
  const word = told.toldAt?.getTime() ?? 0
  const claimed = (source.leaseUntil?.getTime() ?? 0) - LEASE_MS
  // Told while it was being read: what was read may be older.
  if (word > claimed) return 30_000
  const isMissing = page.items.length === 0 && now.getTime() - word < AFTER_WORD
  return isMissing ? usual : TOLD_RHYTHM
}

/** What is read from its beginning once more was counted the first time. */
function isAgain(source: Source, connector: Connector): boolean {
  return looksBack(source, connector) && source.cursor !== null
}
