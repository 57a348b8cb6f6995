import { sql } from 'kysely'
import type { Connector } from '#connectors/_contract/connector.ts'
import type { Quota } from '#connectors/_contract/manifest.ts'
import { companyOf } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { giveUpAfter } from '../deliveries/ledger.ts'
import type { Wait } from '../model.ts'
import { asJson } from '#platform/db/storable.ts'
import type { Delivery, PublishingTables } from '../tables.ts'
import { type Counted, sentBy } from './uses.ts'
import { type Sent, weigh } from './weigh.ts'
import { firstRoom, stretchAt } from './window.ts'

/**
 * Puts a delivery off while it would exceed what the network takes of its account. The caller holds the account, so
 * that nothing else of it leaves meanwhile. A thread begins only when all of it has room.
 * @returns whether it waits now
 */
export async function waitForQuota(
  trx: Executor,
  { manifest }: Pick<Connector, 'manifest'>,
  delivery: Delivery,
  now: Date,
): Promise<boolean> {
  const { companyId, id, postId, channelId } = delivery
  if (delivery.mustConfirm || manifest.quotas.length === 0) return false
  const { timeZone } = await companyOf(trx, companyId)
  const reach = manifest.quotas.map(({ window }) => stretchAt(window, now, timeZone).from.getTime())
  const sent = await sentBy(trx, delivery, new Date(Math.min(...reach)))
  const leaving = [sentOf(delivery), ...(await restOfThread(trx, delivery))]
  const wait = longestWait(manifest.quotas, sent, leaving, now, timeZone)
  if (!wait) return false
  await putOff(trx, delivery, wait, now)
  await emit(trx, companyId, 'delivery.changed', { deliveryId: id, postId, channelId })
  return true
}

/** Its thread is put off with it. */
async function putOff(
  trx: Executor,
  { id, postId, channelId, part }: Delivery,
  { quota, until }: { quota: string; until: Date },
  now: Date,
): Promise<void> {
  const wait = { kind: 'quota', quota, until: until.toISOString() } satisfies Wait
  await tablesOf<PublishingTables>(trx)
    .updateTable('deliveries')
    .set({
      dueAt: sql<Date>`greatest(due_at, ${until}::timestamptz)`,
      giveUpAt: sql<Date>`greatest(give_up_at, ${giveUpAfter(until)}::timestamptz)`,
      wait: sql<string>`case when id = ${id} then ${asJson(wait)}::jsonb else wait end`,
      updatedAt: now,
    })
    .where('state', '=', 'planned')
    .where((eb) =>
      postId
        ? eb('postId', '=', postId).and('channelId', '=', channelId).and('part', '>=', part)
        : eb('id', '=', id),
    )
    .execute()
}

function longestWait(
  quotas: readonly Quota[],
  sent: readonly Counted[],
  leaving: readonly Sent[],
  now: Date,
  zone: string,
): { quota: string; until: Date } | null {
  let longest: { quota: string; until: Date } | null = null
  for (const quota of quotas) {
    const uses = sent.map((one) => ({ at: one.at, weight: weigh(quota.counts, one) }))
    const weight = leaving.reduce((sum, one) => sum + weigh(quota.counts, one), 0)
    const until = firstRoom(
      quota,
      uses.filter((use) => use.weight > 0),
      weight,
      now,
      zone,
    )
    if (until > now && (!longest || until > longest.until)) longest = { quota: quota.id, until }
  }
  return longest
}

const sentOf = ({ kind, content }: Pick<Delivery, 'kind' | 'content'>): Sent => ({
  kind,
  text: content.text,
  images: content.images.length,
})

async function restOfThread(trx: Executor, { postId, channelId, part }: Delivery): Promise<Sent[]> {
  if (!postId || part > 0) return []
  const rows = await tablesOf<PublishingTables>(trx)
    .selectFrom('deliveries')
    .select(['kind', 'content'])
    .where('postId', '=', postId)
    .where('channelId', '=', channelId)
    .where('part', '>', 0)
    .where('state', '=', 'planned')
    .execute()
  return rows.map(sentOf)
}
