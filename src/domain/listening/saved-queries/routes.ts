import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Language } from '#platform/text.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import * as api from './api.ts'
import { bringIn } from '../query/index.ts'
import { checkExpression } from './check-expression.ts'
import { listQueries } from './list-queries.ts'
import { changeQuery, createQuery, deleteQuery } from './save-query.ts'

const tag = 'listening'

export function routes(desk: Desk): Route[] {
  return [...readingRoutes(desk), bringingRoute(), ...savingRoutes(desk)]
}

function readingRoutes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/queries',
      access: 'listening:read',
      tag,
      summary: 'Saved queries and what each found, day by day',
      query: api.queriesQuery,
      response: z.array(api.queryView),
      handler: ({ actor, query, language }) =>
        listQueries(desk, actor.companyId, query.days, language),
    }),
    route({
      method: 'POST',
      path: '/queries/check',
      access: 'listening:read',
      tag,
      summary:
        'Read an expression without saving it: the mistake and its place, or how it is understood',
      body: api.expressionCheck,
      response: api.checkedExpression,
      handler: ({ actor, body, language }) =>
        checkExpression(desk, actor.companyId, body, language),
    }),
  ]
}

function bringingRoute(): Route {
  return route({
    method: 'POST',
    path: '/queries/bring-in',
    access: 'listening:read',
    tag,
    summary: 'Put a query written for another tool into our language; what cannot come is named',
    body: api.foreignQuery,
    response: api.broughtIn,
    handler: async ({ body, language }) => {
      const { expression, changes } = bringIn(body.expression)
      return {
        expression,
        changes: changes.map(({ written, message }) => ({ written, sentence: message[language] })),
      }
    },
  })
}

function savingRoutes(desk: Desk): Route[] {
  const viewOf = async (companyId: string, id: string, language: Language) => {
    const found = (await listQueries(desk, companyId, 14, language)).find(
      (query) => query.id === id,
    )
    if (!found) throw new Problem(notFound)
    return found
  }
  return [
    route({
      method: 'POST',
      path: '/queries',
      access: 'listening:write',
      tag,
      summary: 'Save a query; it looks back through what is kept and what the sources still hold',
      body: api.queryInput,
      response: api.queryView,
      status: 201,
      handler: async ({ actor, body, newId, language }) => {
        return viewOf(
          actor.companyId,
          await createQuery(desk, actor, { ...body, id: newId() }),
          language,
        )
      },
    }),
    route({
      method: 'PATCH',
      path: '/queries/:id',
      access: 'listening:write',
      tag,
      summary: 'Rename a query or change what it looks for',
      params: byId,
      body: api.queryChanges,
      response: api.queryView,
      handler: async ({ actor, params, body, language }) => {
        await changeQuery(desk, actor, params.id, body)
        return viewOf(actor.companyId, params.id, language)
      },
    }),
    route({
      method: 'DELETE',
      path: '/queries/:id',
      access: 'listening:write',
      tag,
      summary: 'Delete a query and the mentions that only it found',
      params: byId,
      handler: ({ actor, params }) => deleteQuery(desk, actor, params.id),
    }),
  ]
}
