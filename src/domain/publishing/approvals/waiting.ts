import { type Executor, tablesOf } from '#platform/db/database.ts'
import { thumbnailUrl } from '../media/present-media.ts'
import { findMedia } from '../media/store.ts'
import { variantsOf, type WholePost } from '../posts/store.ts'
import type { PublishingTables } from '../tables.ts'
import type { WaitingLists, WaitingView } from './api.ts'
import { picturesIn } from './content.ts'
import { embargoOf } from './embargo.ts'
import { presentApproval, type Viewer } from './present-approval.ts'
import type { Approval } from './tables.ts'

/** A list is for reading: what waits longest for its turn comes once these are decided. */
const MOST = 60
const LATELY_MS = 14 * 86_400_000

/** What waits for somebody, what they asked for, and what was decided in the last fortnight; soonest hour first. */
export async function listWaiting(
  db: Executor,
  companyId: string,
  viewer: Extract<Viewer, { author: unknown }>,
  now: Date,
): Promise<WaitingLists> {
  const requests = await recent(db, companyId, now)
  const posts = await postsByIds(
    db,
    requests.map(({ postId }) => postId),
  )
  const views: WaitingView[] = []
  for (const request of requests) {
    const whole = posts.get(request.postId)
    if (whole) views.push(await present(db, whole, request, viewer))
  }
  const isLive = ({ approval: { state } }: WaitingView) => state === 'open' || state === 'changes'
  const mine = views.filter((one) => isLive(one) && one.approval.mayDecide && !saidSo(one, viewer))
  return {
    mine,
    asked: views.filter(
      (one) =>
        isLive(one) && one.approval.requestedBy.id === viewer.author.id && !mine.includes(one),
    ),
    decided: views.filter((one) => !isLive(one)).toReversed(),
  }
}

/** They have decided on what it says now: it waits for somebody else. */
function saidSo(
  { approval }: Pick<WaitingView, 'approval'>,
  { author }: { author: { id: string } },
): boolean {
  const last = approval.decisions.findLast(({ by }) => by.id === author.id)
  if (!last || last.step !== approval.active || last.voidedFor.length > 0) return false
  return last.decision === 'approve' || approval.state === 'changes'
}

async function recent(db: Executor, companyId: string, now: Date): Promise<Approval[]> {
  return tablesOf<PublishingTables>(db)
    .selectFrom('approvals')
    .innerJoin('posts', 'posts.id', 'approvals.postId')
    .selectAll('approvals')
    .where('approvals.companyId', '=', companyId)
    .where('posts.state', '!=', 'cancelled')
    .where((eb) =>
      eb.or([
        eb('approvals.state', 'in', ['open', 'changes']),
        eb.and([
          eb('approvals.state', 'in', ['approved', 'refused']),
          eb('approvals.requestedAt', '>', new Date(now.getTime() - LATELY_MS)),
        ]),
      ]),
    )
    .orderBy('posts.scheduledAt')
    .limit(MOST)
    .execute()
}

async function postsByIds(
  db: Executor,
  ids: string[],
): Promise<Map<string, Pick<WholePost, 'post' | 'variants'>>> {
  if (ids.length === 0) return new Map()
  const posts = await tablesOf<PublishingTables>(db)
    .selectFrom('posts')
    .selectAll()
    .where('id', 'in', ids)
    .execute()
  const variants = await variantsOf(db, ids)
  return new Map(
    posts.map((post) => [
      post.id,
      { post, variants: variants.filter(({ postId }) => postId === post.id) },
    ]),
  )
}

async function present(
  db: Executor,
  whole: Pick<WholePost, 'post' | 'variants'>,
  request: Approval,
  viewer: Viewer,
): Promise<WaitingView> {
  const { post } = whole
  return {
    postId: post.id,
    versions: await versionsOf(db, whole),
    wallTime: post.wallTime,
    timeZone: post.timeZone,
    scheduledAt: post.scheduledAt?.toISOString() ?? null,
    embargo: embargoOf(post),
    approval: await presentApproval(db, whole, request, viewer),
  }
}

/** What each account says; accounts that say the same are shown as one. */
async function versionsOf(
  db: Executor,
  { post, variants }: Pick<WholePost, 'post' | 'variants'>,
): Promise<WaitingView['versions']> {
  const media = await findMedia(db, post.companyId, picturesIn({ ...post, variants }))
  const bySaid = new Map<string, WaitingView['versions'][number]>()
  for (const own of variants) {
    const version = {
      own: own.text !== null,
      text: own.text ?? post.text,
      thread: (own.thread ?? post.thread).map(({ text }) => text),
      firstComment: own.firstComment ?? post.firstComment,
      pictures: (own.mediaIds ?? post.mediaIds).flatMap((id) => {
        const found = media.find((one) => one.id === id)
        return found ? [{ thumbnailUrl: thumbnailUrl(found), alt: found.alt }] : []
      }),
    }
    const key = JSON.stringify(version)
    const same = bySaid.get(key)
    if (same) same.channelIds.push(own.channelId)
    else bySaid.set(key, { ...version, channelIds: [own.channelId] })
  }
  return [...bySaid.values()]
}

/** How many posts wait for somebody. Asked by every screen, so it looks at what is open only. */
export async function countWaiting(
  db: Executor,
  companyId: string,
  viewer: Extract<Viewer, { author: unknown }>,
): Promise<number> {
  const requests = await tablesOf<PublishingTables>(db)
    .selectFrom('approvals')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('state', 'in', ['open', 'changes'])
    .limit(MOST)
    .execute()
  const posts = await postsByIds(
    db,
    requests.map(({ postId }) => postId),
  )
  const waits = requests.map(async (request) => {
    const whole = posts.get(request.postId)
    if (!whole || whole.post.state === 'cancelled') return false
    const approval = await presentApproval(db, whole, request, viewer)
    return approval.mayDecide && !saidSo({ approval }, viewer)
  })
  return (await Promise.all(waits)).filter(Boolean).length
}
