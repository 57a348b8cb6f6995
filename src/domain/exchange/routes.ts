import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import * as api from './api.ts'
import { fileOf } from './file-of.ts'
import {
  createCalendarFeed,
  deleteCalendarFeed,
  listCalendarFeeds,
  serveCalendarFeed,
} from './export/calendar-feeds.ts'
import { planCsv } from './export/plan-csv.ts'
import { fillTemplate } from './feeds/fill-template.ts'
import { articleOf, readOnce } from './feeds/reader.ts'
import { changeRule, createRule, deleteRule, forecastRule, listRules } from './feeds/rules.ts'
import {
  beginImport,
  chooseForImport,
  confirmImport,
  readImport,
  undoImport,
} from './import/imports.ts'

const TRIED = 3

/** The plan, in from files and feeds, and out to files and calendars. */
export function routes(desk: Desk): Route[] {
  return [...importing(desk), ...exporting(desk), ...feeding(desk)]
}

function importing(desk: Desk): Route[] {
  const shared = { tag: 'imports', access: 'posts:write' } as const
  return [
    route({
      ...shared,
      method: 'POST',
      path: '/imports',
      summary: 'Send a table or a calendar and see what would become of it; makes nothing',
      multipart: true,
      response: api.importView,
      status: 201,
      handler: async (call) =>
        beginImport(desk, call.actor, call.newId(), await fileOf(call), call.language),
    }),
    route({
      ...shared,
      method: 'GET',
      path: '/imports/:id',
      summary: 'What would become of a file now, row by row',
      params: byId,
      response: api.importView,
      handler: ({ actor, params: { id }, language }) =>
        readImport(desk, actor.companyId, id, language),
    }),
    route({
      ...shared,
      method: 'PATCH',
      path: '/imports/:id',
      summary:
        'Decide about a file as a whole: accounts, order of day and month, hour, drafts only',
      params: byId,
      body: api.importChoices,
      response: api.importView,
      handler: ({ actor, params: { id }, body, language }) =>
        chooseForImport(desk, actor, id, body, language),
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/imports/:id/confirm',
      summary: 'Make its posts, all of them or none',
      params: byId,
      body: api.confirmInput,
      response: api.importView,
      handler: ({ actor, params: { id }, body, language }) =>
        confirmImport(desk, actor, id, body, language),
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/imports/:id/undo',
      summary: 'Take off what it made, as far as nothing of it has left',
      params: byId,
      response: api.undoView,
      handler: ({ actor, params: { id }, language }) => undoImport(desk, actor, id, language),
    }),
  ]
}

function exporting(desk: Desk): Route[] {
  const shared = { tag: 'plan', access: 'posts:read' } as const
  return [
    route({
      ...shared,
      method: 'GET',
      path: '/plan.csv',
      summary: 'The plan of a range of time as a table that can be imported again',
      query: api.planQuery,
      async handler({ actor, query: { from, to, channelId }, reply }) {
        const range = { from: new Date(from), to: new Date(to), channelId }
        const csv = await planCsv(desk, actor.companyId, range)
        const name = `vigie-${from.slice(0, 10)}-${to.slice(0, 10)}.csv`
        await reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="${name}"`)
          .serializer((text: string) => text)
          .send(csv)
      },
    }),
    route({
      ...shared,
      method: 'GET',
      path: '/calendar-feeds',
      summary: 'Addresses by which calendar programs read the plan',
      response: z.array(api.calendarFeedView),
      handler: ({ actor }) => listCalendarFeeds(desk, actor.companyId),
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/calendar-feeds',
      summary: 'Make such an address; it is shown once',
      body: api.calendarFeedInput,
      response: api.freshCalendarFeed,
      status: 201,
      handler: ({ actor, body, newId }) => createCalendarFeed(desk, actor, newId(), body),
    }),
    route({
      ...shared,
      method: 'DELETE',
      path: '/calendar-feeds/:id',
      summary: 'Close such an address at once',
      params: byId,
      handler: ({ actor, params: { id } }) => deleteCalendarFeed(desk, actor, id),
    }),
    route({
      method: 'GET',
      path: '/feeds/plan/:file',
      outside: true,
      access: 'public',
      tag: 'plan',
      summary: 'The plan as a calendar, for whoever knows the address',
      params: z.object({ file: z.string().regex(/^[\w-]{20,100}\.ics$/) }),
      handler: ({ params: { file }, request, reply }) =>
        serveCalendarFeed(desk, file.replace(/\.ics$/, ''), request, reply),
    }),
  ]
}

function feeding(desk: Desk): Route[] {
  const shared = { tag: 'feed rules', access: 'posts:write' } as const
  return [
    route({
      ...shared,
      method: 'GET',
      path: '/feed-rules',
      summary: 'Feeds whose articles become posts',
      response: z.array(api.feedRuleView),
      handler: ({ actor, language }) => listRules(desk, actor.companyId, language),
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/feed-rules/try',
      summary: 'Read a feed and see what its latest articles would say; keeps nothing',
      body: api.feedTrialInput,
      response: api.feedTrialView,
      async handler({ body: { url, template } }) {
        const found = (await readOnce(desk, url)).slice(-TRIED).toReversed()
        return {
          articles: found.map((one) => ({
            title: one.title ?? '',
            url: one.url,
            text: fillTemplate(template, articleOf(one)),
          })),
        }
      },
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/feed-rules/approval',
      summary: 'Whose approval the posts of such a rule would wait for; keeps nothing',
      body: api.feedApprovalInput,
      response: api.feedApprovalView,
      handler: ({ actor, body }) => forecastRule(desk.db, actor, body),
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/feed-rules',
      summary: 'Let the articles of a feed become posts from now on',
      body: api.feedRuleInput,
      response: api.feedRuleView,
      status: 201,
      handler: ({ actor, body, newId, language }) =>
        createRule(desk, actor, newId(), body, language),
    }),
    route({
      ...shared,
      method: 'PATCH',
      path: '/feed-rules/:id',
      summary: 'Change such a rule, pause it, or put it on again',
      params: byId,
      body: api.feedRuleChanges,
      response: api.feedRuleView,
      handler: ({ actor, params: { id }, body, language }) =>
        changeRule(desk, actor, id, body, language),
    }),
    route({
      ...shared,
      method: 'DELETE',
      path: '/feed-rules/:id',
      summary: 'Take such a rule off; the posts it made stay',
      params: byId,
      handler: ({ actor, params: { id } }) => deleteRule(desk, actor, id),
    }),
  ]
}
