import { v7 as uuid } from 'uuid'
import type { z } from 'zod'
import { refuseOtherAccounts } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { audit, companyOf } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { noSuchTime } from '../errors.ts'
import { type Author, namedIn } from '../posts/draft-post.ts'
import { refuseCancelled } from '../posts/hindrances.ts'
import { lockPost } from '../posts/store.ts'
import { instantOf } from '../posts/wall-time.ts'
import type { Post, PublishingTables } from '../tables.ts'
import type { embargoInput } from './api.ts'
import { embargoTooLate, underEmbargo } from './errors.ts'
import { mayPublishAlone } from './needed.ts'

/**
 * Nothing of a post may leave before this; null takes it off.
 * @throws Problem when it is scheduled before, the time does not exist, or the embargo is taken off by somebody who
 * may not publish alone
 */
export async function putEmbargo(
  desk: Desk,
  author: Author,
  postId: string,
  until: z.output<typeof embargoInput> | null,
): Promise<void> {
  const { companyId } = author
  const { timeZone: companyZone } = await companyOf(desk.db, companyId)
  await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const whole = await lockPost(trx, companyId, postId)
      refuseCancelled(whole)
      await refuseOtherAccounts(trx, author, namedIn(whole.variants))
      const zone = until?.timeZone ?? whole.post.timeZone ?? companyZone
      const meant = until && instantOf(until.wallTime, zone)
      if (until && !meant) throw new Problem(noSuchTime, { wallTime: until.wallTime })
      refuseShorter(author, whole.post, meant?.instant ?? null)
      refuseAfterItsHour(whole.post, meant?.instant ?? null)
      await trx
        .updateTable('posts')
        .set({
          embargoAt: meant?.instant ?? null,
          embargoZone: meant?.timeZone ?? null,
          embargoWallTime: meant?.wallTime ?? null,
          updatedAt: desk.clock.now(),
        })
        .where('id', '=', postId)
        .execute()
      await audit(trx, {
        companyId,
        at: desk.clock.now(),
        actor: author.id,
        action: meant ? 'embargo.set' : 'embargo.lifted',
        subject: `post:${postId}`,
        detail: meant ? { until: meant.instant.toISOString() } : {},
      })
      await emit(trx, companyId, 'post.changed', { postId })
    })
}

/**
 * Only who may publish alone leaves before an embargo ends, and says why; the sentence stays with the post.
 * @throws Problem when it may not leave at that instant
 */
export async function refuseUnderEmbargo(
  trx: Executor,
  desk: Desk,
  author: Author,
  post: Post,
  at: Date,
  why: string | undefined,
): Promise<void> {
  if (!post.embargoAt || at >= post.embargoAt) return
  if (!mayPublishAlone(author) || !why) throw new Problem(underEmbargo, shown(post))
  const now = desk.clock.now()
  await tablesOf<PublishingTables>(trx)
    .insertInto('postComments')
    .values({
      id: uuid({ msecs: now.getTime() }),
      companyId: post.companyId,
      postId: post.id,
      anchor: null,
      body: why,
      byKind: 'member',
      byId: author.id,
      byName: author.name,
      createdAt: now,
    })
    .execute()
  await audit(trx, {
    companyId: post.companyId,
    at: now,
    actor: author.id,
    action: 'embargo.overruled',
    subject: `post:${post.id}`,
    detail: { until: post.embargoAt.toISOString(), leaves: at.toISOString() },
  })
}

/** The embargo of a post as it was meant. */
export const embargoOf = ({
  embargoWallTime,
  embargoZone,
}: Pick<Post, 'embargoWallTime' | 'embargoZone'>) =>
  embargoWallTime && embargoZone ? { wallTime: embargoWallTime, timeZone: embargoZone } : null

/** Anybody may ask for longer; only who may publish alone makes it shorter, or takes it off. */
function refuseShorter(author: Author, post: Post, until: Date | null): void {
  const isShorter = post.embargoAt !== null && (until === null || until < post.embargoAt)
  if (isShorter && !mayPublishAlone(author)) throw new Problem(underEmbargo, shown(post))
}

function refuseAfterItsHour(post: Post, until: Date | null): void {
  if (post.state !== 'scheduled' || !post.scheduledAt || !until || post.scheduledAt >= until) return
  throw new Problem(embargoTooLate, { wallTime: (post.wallTime ?? '').replace('T', ' ') })
}

const shown = (post: Post) => ({
  wallTime: (post.embargoWallTime ?? '').replace('T', ' '),
  zone: post.embargoZone ?? '',
})
