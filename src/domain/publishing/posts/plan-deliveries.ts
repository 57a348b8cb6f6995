import { v7 as uuid } from 'uuid'
import { shortenForDelivery } from '#domain/links/index.ts'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'
import { DELIVERIES_WORK, giveUpAfter } from '../deliveries/ledger.ts'
import { type Content, type FrozenImage, hashOf } from '../model.ts'
import { asJson } from '../storable.ts'
import type { Delivery, Media, Post, PublishingTables } from '../tables.ts'
import { type AccountCopy, copiesOf, frameOf } from './copies.ts'
import type { WholePost } from './store.ts'

export interface Plan {
  at: Date
  by: string
  /** Which of the deliveries that exist are planned anew; the others are left as they are. */
  revive: (delivery: Delivery) => boolean
}

/**
 * Writes into the ledger what leaves by each account of a post, and when, its content frozen. One row per post and
 * account, whatever happens: planned again, it is the same row. The caller holds the post.
 */
export async function planDeliveries(
  trx: Executor,
  desk: Desk,
  { post, variants, deliveries }: WholePost,
  plan: Plan,
): Promise<void> {
  for (const copy of await copiesOf(trx, desk, post.companyId, { ...post, variants })) {
    const existing = deliveries.find(({ channelId }) => channelId === copy.channel.id)
    if (!existing) await insert(trx, desk, post, copy, plan)
    else if (plan.revive(existing)) await revive(trx, desk, post, copy, existing, plan)
  }
  await wake(trx, DELIVERIES_WORK)
}

async function insert(
  trx: Executor,
  desk: Desk,
  post: Post,
  copy: AccountCopy,
  { at, by }: Plan,
): Promise<void> {
  const now = desk.clock.now()
  const id = uuid({ msecs: now.getTime() })
  const content = await freeze(trx, desk, post, copy, id)
  await tablesOf<PublishingTables>(trx)
    .insertInto('deliveries')
    .values({
      id,
      companyId: post.companyId,
      channelId: copy.channel.id,
      postId: post.id,
      kind: 'post',
      content: asJson(content),
      contentHash: hashOf(content),
      plannedAt: at,
      dueAt: at,
      giveUpAt: giveUpAfter(at),
      createdBy: by,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
}

async function revive(
  trx: Executor,
  desk: Desk,
  post: Post,
  copy: AccountCopy,
  { id }: Delivery,
  { at }: Plan,
): Promise<void> {
  const content = await freeze(trx, desk, post, copy, id)
  await tablesOf<PublishingTables>(trx)
    .updateTable('deliveries')
    .set({
      state: 'planned',
      content: asJson(content),
      contentHash: hashOf(content),
      plannedAt: at,
      dueAt: at,
      giveUpAt: giveUpAfter(at),
      tries: 0,
      checks: 0,
      failure: null,
      updatedAt: desk.clock.now(),
    })
    .where('id', '=', id)
    .execute()
}

/** Rewrites what leaves without touching when, or whether: for an edit. */
export async function refreeze(
  trx: Executor,
  desk: Desk,
  whole: WholePost,
  only: (delivery: Delivery) => boolean,
): Promise<void> {
  const { post, variants, deliveries } = whole
  for (const copy of await copiesOf(trx, desk, post.companyId, { ...post, variants })) {
    const existing = deliveries.find(({ channelId }) => channelId === copy.channel.id)
    if (!existing || !only(existing)) continue
    const content = await freeze(trx, desk, post, copy, existing.id)
    await tablesOf<PublishingTables>(trx)
      .updateTable('deliveries')
      .set({
        content: asJson(content),
        contentHash: hashOf(content),
        updatedAt: desk.clock.now(),
      })
      .where('id', '=', existing.id)
      .execute()
  }
}

async function freeze(
  trx: Executor,
  desk: Desk,
  post: Post,
  copy: AccountCopy,
  deliveryId: string,
): Promise<Content> {
  const { channel, connector, limits, written, images, options } = copy
  const [video] = copy.videos
  const fits = (text: string) =>
    limits.textMax === null || connector.text.count(text) <= limits.textMax
  const { companyId, campaign } = post
  const ids = { companyId, deliveryId, channelId: channel.id, connectorId: channel.connectorId }
  const text = post.trackLinks
    ? await shortenForDelivery(trx, desk, { ...ids, text: written, campaign, fits })
    : written
  const language = post.language ?? (await companyOf(trx, companyId)).language
  return {
    text,
    language,
    images: images.map((media) => freezeImage(copy, media)),
    ...(video ? { video: freezeImage(copy, video) } : {}),
    options,
  }
}

function freezeImage(copy: AccountCopy, media: Media): FrozenImage {
  const { crop, focal } = frameOf(copy, media)
  const { id: mediaId, sha256, alt } = media
  return { mediaId, sha256, alt, ...(focal ? { focal } : {}), ...(crop ? { crop } : {}) }
}
