import type { Desk } from '#domain/desk.ts'
import type { Language } from '#platform/text.ts'
import type { Label } from '../labels/api.ts'
import type { PostView } from './api.ts'
import { embargoOf } from '../approvals/embargo.ts'
import { presentDeliveries } from '../deliveries/present-delivery.ts'
import { presentMedia } from '../media/present-media.ts'
import { findMedia } from '../media/store.ts'
import { statusOf } from '../model.ts'
import type { Delivery, Variant } from '../tables.ts'
import { wholePost } from './store.ts'

/** A post with everything: its versions, its pictures, and the story of each delivery in plain words. */
export async function readPost(
  desk: Desk,
  companyId: string,
  id: string,
  language: Language,
): Promise<PostView> {
  const { post, variants, deliveries } = await wholePost(desk.db, companyId, id)
  const mediaIds = [
    ...new Set([
      ...post.mediaIds,
      ...variants.flatMap((variant) => variant.mediaIds ?? []),
      ...[post, ...variants].flatMap(({ thread }) =>
        (thread ?? []).flatMap((part) => part.mediaIds),
      ),
    ]),
  ]
  return {
    id: post.id,
    status: statusOf(post.state, deliveries),
    text: post.text,
    language: post.language,
    mediaIds: post.mediaIds,
    media: (await findMedia(desk.db, companyId, mediaIds)).map(presentMedia),
    variants: variants.map(
      ({ channelId, text, mediaIds, options, thread, firstComment, crops }) => ({
        channelId,
        text,
        mediaIds,
        options,
        crops,
        thread,
        firstComment,
      }),
    ),
    scheduledAt: post.scheduledAt?.toISOString() ?? null,
    timeZone: post.timeZone,
    wallTime: post.wallTime,
    trackLinks: post.trackLinks,
    campaign: post.campaign,
    thread: post.thread,
    firstComment: post.firstComment,
    poll: post.poll,
    labels: post.labels as Label[],
    about: post.about,
    campaignId: post.campaignId,
    origin: post.origin,
    embargo: embargoOf(post),
    version: post.version,
    createdBy: post.createdBy,
    updatedAt: post.updatedAt.toISOString(),
    deliveries: await presentDeliveries(desk, companyId, inOrder(deliveries, variants), language),
  }
}

/** By account, as the post has them, and each chain in the order in which it leaves. */
function inOrder(deliveries: readonly Delivery[], variants: readonly Variant[]): Delivery[] {
  const place = ({ channelId }: Delivery) => variants.findIndex((v) => v.channelId === channelId)
  return deliveries.toSorted(
    (a, b) => place(a) - place(b) || a.channelId.localeCompare(b.channelId) || a.part - b.part,
  )
}
