import { connectorOf, findChannel } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { findMedia } from '../../media/store.ts'
import { statusOf } from '../../model.ts'
import type { WholePost } from '../../posts/store.ts'
import type { Media, Variant } from '../../tables.ts'
import { commentsOf } from '../comments/comments.ts'
import { picturesIn } from '../content.ts'
import { embargoOf } from '../embargo.ts'
import { presentApproval } from '../present-approval.ts'
import { requestOf } from '../store.ts'
import type { ReviewLink } from '../tables.ts'
import type { ReviewedPost, ReviewView } from './api.ts'
import { proofOf } from './passcode.ts'
import { postsOfLink } from './posts-of-link.ts'

/** Who somebody outside is to the desk: their address when it is known, else the link. */
export const guestOf = ({ guestEmail, id, guestName }: ReviewLink, said = '') => ({
  kind: 'guest' as const,
  id: guestEmail ?? `link:${id}`,
  name: said || guestName || guestEmail || '—',
})

/** All that a link shows. Its pictures have addresses that the link opens. */
export async function presentReview(
  desk: Desk,
  link: ReviewLink,
  token: string,
): Promise<ReviewView> {
  const { name } = await companyOf(desk.db, link.companyId)
  const posts = await postsOfLink(desk.db, link)
  return {
    company: name,
    guestName: link.guestName,
    language: link.language,
    expiresAt: link.expiresAt.toISOString(),
    posts: await Promise.all(posts.map((whole) => presentPost(desk, link, token, whole))),
  }
}

/** A post as somebody outside sees it: nothing of who works here or what they say among themselves. */
export async function presentPost(
  desk: Desk,
  link: ReviewLink,
  token: string,
  whole: WholePost,
): Promise<ReviewedPost> {
  const { post, variants, deliveries } = whole
  const me = guestOf(link)
  const media = await findMedia(desk.db, link.companyId, picturesIn({ ...post, variants }))
  const proof = link.passcodeHash ? `?proof=${proofOf(token, link.passcodeHash)}` : ''
  const picture = (id: string) => {
    const found = media.find((one) => one.id === id)
    return found ? [imageOf(found, `/api/v1/review/${token}/media/${id}${proof}`)] : []
  }
  const request = await requestOf(desk.db, post.id)
  const accounts = variants.map((own) => presentAccount(desk, whole, own, picture))
  return {
    postId: post.id,
    status: statusOf(post.state, deliveries),
    wallTime: post.wallTime,
    timeZone: post.timeZone,
    asap: request?.asap ?? false,
    embargo: embargoOf(post),
    poll: post.poll,
    accounts: (await Promise.all(accounts)).filter((one) => one !== null),
    decision: request ? await decisionFor() : null,
    comments: await commentsOf(desk.db, whole, isTheirs(me.id, new Set())),
  }

  async function decisionFor(): Promise<ReviewedPost['decision']> {
    if (!request) return null
    const { state, active, content, mayDecide, decisions } = await presentApproval(
      desk.db,
      whole,
      request,
      me,
    )
    const last = decisions.findLast(({ by }) => by.kind === 'guest' && by.id === me.id)
    const mine = last && {
      decision: last.decision,
      at: last.at,
      voided: last.voidedFor.length > 0,
    }
    return { state, step: active, content, waits: mayDecide, mine: mine ?? null }
  }
}

/** What they said themselves, and what was answered to them. Rows come oldest first: a thread before its answers. */
function isTheirs(guestId: string, threads: Set<string>) {
  return (row: { id: string; replyTo: string | null; byKind: string; byId: string }) => {
    const own = row.byKind === 'guest' && row.byId === guestId
    if (own) threads.add(row.id)
    return own || (row.replyTo !== null && threads.has(row.replyTo))
  }
}

const imageOf = ({ alt, width, height }: Media, url: string) => ({ url, alt, width, height })

async function presentAccount(
  desk: Desk,
  { post }: WholePost,
  own: Variant,
  picture: (id: string) => ReturnType<typeof imageOf>[],
) {
  const channel = await findChannel(desk.db, post.companyId, own.channelId)
  if (!channel) return null
  const { manifest } = connectorOf(desk, channel)
  return {
    channelId: channel.id,
    connectorId: channel.connectorId,
    network: manifest.name,
    stamp: manifest.stamp,
    displayName: channel.displayName,
    handle: channel.handle,
    ownText: own.text !== null,
    text: own.text ?? post.text,
    images: (own.mediaIds ?? post.mediaIds).flatMap(picture),
    thread: (own.thread ?? post.thread).map((part) => ({
      text: part.text,
      images: part.mediaIds.flatMap(picture),
    })),
    firstComment: own.firstComment ?? post.firstComment,
  }
}
