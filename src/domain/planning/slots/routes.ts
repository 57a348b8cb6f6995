import type { Desk } from '#domain/desk.ts'
import { postView, versionInput } from '#domain/publishing/api.ts'
import { readPost } from '#domain/publishing/index.ts'
import { Problem } from '#platform/http/problem.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import { say } from '#platform/text.ts'
import * as api from './api.ts'
import { nextSlot } from './next-slot.ts'
import { queuePost, reorderQueue } from './queue-post.ts'
import { readQueue } from './read-queue.ts'
import { putSlots, readSlots } from './store.ts'

const tag = 'planning'
const write = { access: 'posts:write', tag } as const
const read = { access: 'posts:read', tag } as const

/** Hours of the week at which accounts publish, and the queue that fills them. */
export function routes(desk: Desk): Route[] {
  return [...hours(desk), ...queue(desk)]
}

function hours(desk: Desk): Route[] {
  return [
    route({
      ...read,
      method: 'GET',
      path: '/slots',
      summary: 'Hours of the week at which each account publishes',
      response: api.slotsView,
      handler: ({ actor }) => readSlots(desk.db, actor.companyId),
    }),
    route({
      ...write,
      method: 'PUT',
      path: '/slots',
      summary: 'Give an account its hours, in the place of those it had',
      body: api.slotsInput,
      response: api.slotsView,
      async handler({ actor, body }) {
        await putSlots(desk, actor, body.channelId, body.slots)
        return readSlots(desk.db, actor.companyId)
      },
    }),
    route({
      ...read,
      method: 'GET',
      path: '/slots/next',
      summary: 'The next free slot of each of some accounts, or why there is none',
      query: api.nextQuery,
      response: api.nextView,
      async handler({ actor, query, language }) {
        try {
          const found = await nextSlot(desk, actor.companyId, query.channelIds, query.postId)
          const { wallTime, timeZone, at } = found
          return { next: { wallTime, timeZone, at: at.toISOString() }, reason: null }
        } catch (error) {
          if (!(error instanceof Problem)) throw error
          return { next: null, reason: say(error.kind.detail, language, error.params) }
        }
      },
    }),
  ]
}

function queue(desk: Desk): Route[] {
  return [
    route({
      ...write,
      method: 'POST',
      path: '/posts/:id/queue',
      tool: 'queue_post',
      summary: 'Schedule a post at the next free slot of all its accounts',
      params: byId,
      body: versionInput,
      response: postView,
      async handler({ actor, params: { id }, body, language }) {
        await queuePost(desk, actor, id, body.version)
        return readPost(desk, actor.companyId, id, language)
      },
    }),
    route({
      ...read,
      method: 'GET',
      path: '/queue',
      summary: 'Slots of an account and what stands in them, for two weeks',
      query: api.queueQuery,
      response: api.queueView,
      handler: ({ actor, query }) => readQueue(desk, actor.companyId, query.channelId),
    }),
    route({
      ...write,
      method: 'PUT',
      path: '/queue',
      summary: 'Give posts of an account a new order; they share the times they had',
      body: api.orderInput,
      response: api.queueView,
      async handler({ actor, body }) {
        await reorderQueue(desk, actor, body.channelId, body.postIds)
        return readQueue(desk, actor.companyId, body.channelId)
      },
    }),
  ]
}
