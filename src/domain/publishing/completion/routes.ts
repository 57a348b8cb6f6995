import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { hashtagsQuery, hashtagView, mentionsQuery, mentionView } from './api.ts'
import { ownHashtags } from './hashtags.ts'
import { peopleToMention } from './mentions.ts'

const tag = 'posts'

/** What completes a word that is being written. */
export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/posts/hashtags',
      access: 'posts:read',
      summary: 'The company’s own hashtags that begin so, those used most first',
      tag,
      query: hashtagsQuery,
      response: z.array(hashtagView),
      handler: ({ actor, query }) => ownHashtags(desk.db, actor.companyId, query.q),
    }),
    route({
      method: 'GET',
      path: '/posts/mentions',
      access: 'posts:write',
      summary: 'People to mention, by the handle that each account’s network knows',
      tag,
      query: mentionsQuery,
      response: z.array(mentionView),
      handler: ({ actor, query }) =>
        peopleToMention(desk, actor.companyId, query.channelId, query.q),
    }),
  ]
}
