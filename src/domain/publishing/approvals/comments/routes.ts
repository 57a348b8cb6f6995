import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Actor, type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import { wholePost } from '../../posts/store.ts'
import { commentInput, commentView, resolveInput } from './api.ts'
import { comment, type Commenter, commentsOf, resolveComment } from './comments.ts'

const tag = 'approvals'

/** Comments beside a post, anchored to its words. Whoever reads a post may remark on it. */
export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/posts/:id/comments',
      access: 'posts:read',
      tag,
      summary: 'Comments beside a post, each where its words stand now',
      params: byId,
      response: z.array(commentView),
      handler: async ({ actor, params }) =>
        commentsOf(desk.db, await wholePost(desk.db, actor.companyId, params.id)),
    }),
    route({
      method: 'POST',
      path: '/posts/:id/comments',
      access: 'posts:read',
      tag,
      summary: 'Comment on a post, on some of its words, or answer a comment',
      params: byId,
      body: commentInput,
      status: 201,
      response: commentView,
      handler: ({ actor, params, body, newId }) =>
        comment(desk, actor.companyId, commenterOf(actor), params.id, newId(), body),
    }),
    route({
      method: 'PATCH',
      path: '/comments/:id',
      access: 'posts:read',
      tag,
      summary: 'Resolve the thread of a comment, or take it up again',
      params: byId,
      body: resolveInput,
      response: commentView,
      handler: ({ actor, params, body }) =>
        resolveComment(desk, actor.companyId, commenterOf(actor), params.id, body.resolved),
    }),
  ]
}

const commenterOf = ({ kind, id, name }: Actor): Commenter => ({
  kind: kind === 'key' ? 'key' : 'member',
  id,
  name,
})
