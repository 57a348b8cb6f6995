import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Call, type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import { checkInput, checkView } from './check-shapes.ts'
import {
  moveInput,
  postChanges,
  postInput,
  postsQuery,
  postSummary,
  postView,
  scheduleInput,
  versionInput,
} from './api.ts'
import { checkPost } from './check-post.ts'
import { deletePost, restorePost } from './delete-post.ts'
import { draftPost } from './draft-post.ts'
import { editPost } from './edit-post.ts'
import { listPosts } from './list-posts.ts'
import { movePost } from './move-post.ts'
import { readPost } from './read-post.ts'
import { schedulePost } from './schedule-post.ts'
import { unschedulePost } from './unschedule-post.ts'

const tag = 'posts'
const write = { access: 'posts:write', tag } as const
const read = { access: 'posts:read', tag } as const

/** Posts: written, checked, scheduled, moved, taken off. */
export function routes(desk: Desk): Route[] {
  const view = ({ actor, language }: Pick<Call, 'actor' | 'language'>, id: string) =>
    readPost(desk, actor.companyId, id, language)
  return [
    route({
      ...read,
      method: 'GET',
      path: '/posts',
      tool: 'list_posts',
      summary: 'Posts of a range of time; without it, drafts and what asks for attention',
      query: postsQuery,
      response: z.array(postSummary),
      handler: ({ actor, query }) => listPosts(desk.db, actor.companyId, query),
    }),
    route({
      ...write,
      method: 'POST',
      path: '/posts',
      tool: 'draft_post',
      summary: 'Keep a draft',
      body: postInput,
      status: 201,
      response: postView,
      async handler(call) {
        const id = call.newId()
        await draftPost(desk, call.actor, id, call.body)
        return view(call, id)
      },
    }),
    route({
      ...read,
      method: 'POST',
      path: '/posts/check',
      tool: 'check_post',
      summary: 'What each network would refuse or change; keeps nothing',
      body: checkInput,
      response: checkView,
      handler: ({ actor, body, language }) => checkPost(desk, actor.companyId, body, language),
    }),
    route({
      ...read,
      method: 'GET',
      path: '/posts/:id',
      tool: 'read_post',
      summary: 'A post with its versions and the story of each delivery',
      params: byId,
      response: postView,
      handler: (call) => view(call, call.params.id),
    }),
    route({
      ...write,
      method: 'PATCH',
      path: '/posts/:id',
      tool: 'change_post',
      summary: 'Change a post; what has not left is planned anew',
      params: byId,
      body: postChanges,
      response: postView,
      async handler(call) {
        await editPost(desk, call.actor, call.params.id, call.body)
        return view(call, call.params.id)
      },
    }),
    route({
      ...write,
      method: 'DELETE',
      path: '/posts/:id',
      tool: 'take_post_off',
      summary: 'Take a post off: nothing of it will leave; it can be restored',
      params: byId,
      handler: ({ actor, params: { id } }) => deletePost(desk, actor, id),
    }),
    ...steps(desk, view),
  ]
}

type View = (call: Pick<Call, 'actor' | 'language'>, id: string) => ReturnType<typeof readPost>

function steps(desk: Desk, view: View): Route[] {
  return [
    route({
      ...write,
      method: 'POST',
      path: '/posts/:id/schedule',
      tool: 'schedule_post',
      summary: 'Schedule a post at a wall time in a zone, or now',
      params: byId,
      body: scheduleInput,
      response: postView,
      async handler(call) {
        await schedulePost(desk, call.actor, call.params.id, call.body)
        return view(call, call.params.id)
      },
    }),
    route({
      ...write,
      method: 'POST',
      path: '/posts/:id/unschedule',
      tool: 'unschedule_post',
      summary: 'Make a scheduled post a draft again',
      params: byId,
      body: versionInput,
      response: postView,
      async handler(call) {
        await unschedulePost(desk, call.actor, call.params.id, call.body.version)
        return view(call, call.params.id)
      },
    }),
    route({
      ...write,
      method: 'POST',
      path: '/posts/:id/move',
      tool: 'move_post',
      summary: 'Move a scheduled post to another wall time',
      params: byId,
      body: moveInput,
      response: postView,
      async handler(call) {
        await movePost(desk, call.actor, call.params.id, call.body)
        return view(call, call.params.id)
      },
    }),
    route({
      ...write,
      method: 'POST',
      path: '/posts/:id/restore',
      tool: 'restore_post',
      summary: 'Bring a deleted post back where it stood',
      params: byId,
      response: postView,
      async handler(call) {
        await restorePost(desk, call.actor, call.params.id)
        return view(call, call.params.id)
      },
    }),
  ]
}
