import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { type Call, type Route, route } from '#platform/http/route.ts'
import { byId, id } from '#platform/http/shapes.ts'
import { servePicture } from '../../media/serve-picture.ts'
import { mediaOf } from '../../media/store.ts'
import type { PublishingTables } from '../../tables.ts'
import { commentInput } from '../comments/api.ts'
import { comment } from '../comments/comments.ts'
import { picturesIn } from '../content.ts'
import { decide } from '../decide.ts'
import type { ReviewLink } from '../tables.ts'
import * as api from './api.ts'
import { letIn, provePasscode } from './door.ts'
import { listLinks, makeLink, revokeLink } from './links.ts'
import { postOfLink, postsOfLink } from './posts-of-link.ts'
import { guestOf, presentPost, presentReview } from './present-review.ts'

/** Reviewers without an account: members make and revoke their links, they come in by them. */
export function routes(desk: Desk): Route[] {
  return [...memberRoutes(desk), ...guestRoutes(desk)]
}

function memberRoutes(desk: Desk): Route[] {
  const tag = 'approvals'
  return [
    route({
      method: 'GET',
      path: '/review-links',
      access: 'posts:publish',
      tag,
      summary: 'Links for reviewers without an account, of the company or of one post',
      query: z.object({ postId: id.optional() }),
      response: z.array(api.linkView),
      handler: ({ actor, query }) => listLinks(desk, actor.companyId, query.postId),
    }),
    route({
      method: 'POST',
      path: '/review-links',
      access: 'posts:publish',
      tag,
      summary: 'Make a link to one post, a campaign or a month, for somebody without an account',
      body: api.linkInput,
      status: 201,
      response: api.linkView,
      handler: ({ actor, body, newId }) => makeLink(desk, actor, newId(), body),
    }),
    route({
      method: 'DELETE',
      path: '/review-links/:id',
      access: 'posts:publish',
      tag,
      summary: 'Close a link at once',
      params: byId,
      handler: ({ actor, params }) => revokeLink(desk, actor, params.id),
    }),
  ]
}

function guestRoutes(desk: Desk): Route[] {
  const guest = { access: 'public', tag: 'review' } as const
  const quiet = ({ reply }: Call) =>
    void reply.headers({
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
  return [
    route({
      ...guest,
      method: 'GET',
      path: '/review/:token',
      summary: 'What a link shows: posts as they will leave, and what was said of them',
      params: api.byToken,
      query: api.proof,
      response: api.reviewView,
      async handler(call) {
        quiet(call)
        const { token } = call.params
        const link = await letIn(desk, call.request, token, call.query.proof)
        await seen(desk, link)
        return presentReview(desk, link, token)
      },
    }),
    route({
      ...guest,
      method: 'POST',
      path: '/review/:token/passcode',
      summary: 'Give the code of a link; what comes back stands for it',
      params: api.byToken,
      body: api.passcodeInput,
      response: api.proofView,
      async handler(call) {
        quiet(call)
        const { token } = call.params
        return { proof: await provePasscode(desk, call.request, token, call.body.passcode) }
      },
    }),
    route({
      ...guest,
      method: 'POST',
      path: '/review/:token/posts/:postId/decisions',
      summary: 'Approve a post, or ask for changes; 409 when it has changed since it was read',
      params: api.byTokenAndPost,
      query: api.proof,
      body: api.guestDecision,
      response: api.reviewedPost,
      async handler(call) {
        quiet(call)
        const { token, postId } = call.params
        const link = await letIn(desk, call.request, token, call.query.proof)
        const whole = await postOfLink(desk.db, link, postId)
        const { decision } = await presentPost(desk, link, token, whole)
        const said = { ...call.body, step: decision?.step ?? 0 }
        await decide(desk, link.companyId, guestOf(link, call.body.name), postId, said)
        return presentPost(desk, link, token, await postOfLink(desk.db, link, postId))
      },
    }),
    route({
      ...guest,
      method: 'POST',
      path: '/review/:token/posts/:postId/comments',
      summary: 'Comment on a post, or on some of its words',
      params: api.byTokenAndPost,
      query: api.proof,
      body: commentInput.extend({ name: api.guestDecision.shape.name }),
      status: 201,
      response: api.reviewedPost,
      async handler(call) {
        quiet(call)
        const { token, postId } = call.params
        const { name, ...said } = call.body
        const link = await letIn(desk, call.request, token, call.query.proof)
        await postOfLink(desk.db, link, postId)
        await comment(desk, link.companyId, guestOf(link, name), postId, call.newId(), said)
        return presentPost(desk, link, token, await postOfLink(desk.db, link, postId))
      },
    }),
    route({
      ...guest,
      method: 'GET',
      path: '/review/:token/media/:mediaId',
      summary: 'A picture of a post that the link shows',
      params: api.byTokenAndMedia,
      query: api.proof,
      async handler(call) {
        const { token, mediaId } = call.params
        const link = await letIn(desk, call.request, token, call.query.proof, { counts: false })
        const { sha256, type, fileName } = await pictureOf(desk, link, mediaId)
        void call.reply.headers({ 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' })
        const read = () => desk.files.read(sha256)
        await servePicture(call, { type, fileName, etag: sha256, read })
      },
    }),
  ]
}

/** A picture that one of the link's posts shows, and no other. */
async function pictureOf(desk: Desk, link: ReviewLink, mediaId: string) {
  const posts = await postsOfLink(desk.db, link)
  const isShown = posts.some(({ post, variants }) =>
    picturesIn({ ...post, variants }).includes(mediaId),
  )
  if (!isShown) throw new Problem(notFound)
  return mediaOf(desk.db, link.companyId, mediaId)
}

async function seen(desk: Desk, { id: linkId }: ReviewLink): Promise<void> {
  await tablesOf<PublishingTables>(desk.db)
    .updateTable('reviewLinks')
    .set({ seenAt: desk.clock.now() })
    .where('id', '=', linkId)
    .execute()
}
