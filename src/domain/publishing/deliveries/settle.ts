import { setTimeout as pause } from 'node:timers/promises'
import type { Outcome } from '#connectors/_contract/failure.ts'
import { connectorOf, heardFrom, releaseChannel, reportFailure } from '#domain/channels/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { asJson } from '#platform/db/storable.ts'
import type { PublishingTables } from '../tables.ts'
import { letFollow } from './chain.ts'
import type { Claimed, Office } from './claim-delivery.ts'
import type { Verdict } from './decide.ts'
import { type DeliveryEvent, tell } from './ledger.ts'

/** The network's answer, and whether it was the network that gave it. */
interface Heard {
  answer: Outcome<unknown>
  heard: boolean
}

const PERSISTENCE = [50, 200, 1000, 3000]

/**
 * Writes down what came of a request, in one transaction: the delivery, its attempt, its account, and the news.
 * What we know must not be lost to a passing trouble of the database, so it insists for some seconds; after
 * that the lease ends and the network is read back.
 */
export async function settle(
  office: Office,
  claimed: Claimed,
  verdict: Verdict,
  heard: Heard,
): Promise<void> {
  for (const wait of [...PERSISTENCE, null]) {
    try {
      return await write(office, claimed, verdict, heard)
    } catch (error) {
      if (wait === null) throw error
      await pause(wait)
    }
  }
}

async function write(
  { desk }: Office,
  claimed: Claimed,
  verdict: Verdict,
  { answer, heard }: Heard,
): Promise<void> {
  const { delivery, channel, attemptId, owner } = claimed
  const now = desk.clock.now()
  await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const final = await unlessTaken(trx, claimed, verdict)
      const ours = await put(trx, claimed, final, now, owner)
      const late = ours ? false : await putLate(trx, claimed, final, now)
      await trx
        .updateTable('attempts')
        .set({ finishedAt: now, outcome: final.outcome, detail: asJson(final.detail) })
        .where('id', '=', attemptId)
        .execute()
      if (!answer.ok) await reportFailure(trx, channel.id, answer.failure, now)
      if (heard) await heardFrom(trx, channel.id, now)
      if (ours)
        await releaseChannel(
          trx,
          channel.id,
          rest(claimed, final, now, connectorOf(desk, channel).manifest.minGapMs),
        )
      const event = (ours || late) && eventOf(final)
      if (event) await tell(trx, delivery, event)
      if (event === 'delivery.published') await letFollow(trx, delivery.id, now)
    })
}

/** The network may show us a twin: a post that another delivery of this account has already claimed. */
async function unlessTaken(
  trx: Executor,
  { delivery, channel }: Claimed,
  verdict: Verdict,
): Promise<Verdict> {
  const { remoteId } = verdict.change
  if (verdict.outcome !== 'confirmed' || !remoteId) return verdict
  const twin = await tablesOf<PublishingTables>(trx)
    .selectFrom('deliveries')
    .select('id')
    .where('channelId', '=', channel.id)
    .where('remoteId', '=', remoteId)
    .where('id', '!=', delivery.id)
    .executeTakeFirst()
  if (!twin) return verdict
  return {
    change: { state: 'unknown', mustConfirm: true, failure: { kind: 'taken' } },
    outcome: 'confirmed',
    detail: { remoteId },
  }
}

async function put(
  trx: Executor,
  { delivery }: Claimed,
  { change }: Verdict,
  now: Date,
  owner: string,
): Promise<boolean> {
  const row = await tablesOf<PublishingTables>(trx)
    .updateTable('deliveries')
    .set({ ...columns(change), leaseUntil: null, leaseOwner: null, updatedAt: now })
    .where('id', '=', delivery.id)
    .where('leaseOwner', '=', owner)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Somebody took the delivery over while our answer was on its way. That it left is true all the same, and is
 * written unless they know it already; anything less certain is theirs to find out.
 */
async function putLate(
  trx: Executor,
  { delivery }: Claimed,
  { change }: Verdict,
  now: Date,
): Promise<boolean> {
  if (change.state !== 'published') return false
  const row = await tablesOf<PublishingTables>(trx)
    .updateTable('deliveries')
    .set({ ...columns(change), leaseUntil: null, leaseOwner: null, updatedAt: now })
    .where('id', '=', delivery.id)
    .where('state', '!=', 'published')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

function columns({ remoteData, failure, ...plain }: Verdict['change']) {
  return {
    ...plain,
    ...(remoteData === undefined ? {} : { remoteData: remoteData && asJson(remoteData) }),
    ...(failure === undefined ? {} : { failure: failure && asJson(failure) }),
  }
}

/** Our own politeness between two posts of one account; reading back is none. */
function rest({ action }: Claimed, { outcome }: Verdict, now: Date, minGapMs: number): Date | null {
  const sent = action === 'publish' && outcome !== 'rate' && outcome !== 'auth'
  return sent && minGapMs > 0 ? new Date(now.getTime() + minGapMs) : null
}

function eventOf({ change }: Verdict): DeliveryEvent | undefined {
  if (change.state === 'published') return 'delivery.published'
  if (change.state === 'failed') return 'delivery.failed'
  return change.state === 'unknown' ? 'delivery.unknown' : undefined
}
