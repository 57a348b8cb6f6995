import { Readable } from 'node:stream'
import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { auditExportQuery, auditFacets, auditPage, auditQuery, auditVerdict } from './api.ts'
import { verifyChain } from './chain.ts'
import { trailCsv, trailJson } from './export-trail.ts'
import { facetsOf, readTrail } from './read-trail.ts'

const read = { method: 'GET', access: 'audit:read', tag: 'audit' } as const

/** Who did what: read, taken along, and proved whole. */
export function routes(desk: Desk): Route[] {
  return [
    route({
      ...read,
      path: '/audit',
      summary: 'Who did what, the latest first; by person, subject and time',
      query: auditQuery,
      response: auditPage,
      handler: ({ actor: { companyId }, query, language }) =>
        readTrail(desk.db, { companyId, language }, query),
    }),
    route({
      ...read,
      path: '/audit/facets',
      summary: 'Who and what occur in the trail',
      response: auditFacets,
      handler: ({ actor }) => facetsOf(desk.db, actor.companyId),
    }),
    route({
      ...read,
      path: '/audit/export',
      summary: 'The same as a file, CSV or JSON, with the chain',
      query: auditExportQuery,
      async handler({ actor: { companyId }, query: { format, ...filters }, language, reply }) {
        const write = format === 'csv' ? trailCsv : trailJson
        const type = format === 'csv' ? 'text/csv' : 'application/json'
        const file = `attachment; filename="vigie-audit.${format}"`
        await reply
          .type(`${type}; charset=utf-8`)
          .header('content-disposition', file)
          .send(Readable.from(write(desk.db, { companyId, language }, filters)))
      },
    }),
    route({
      ...read,
      path: '/audit/verification',
      summary: 'Whether the chain of entries is whole, and its end to note elsewhere',
      response: auditVerdict,
      handler: ({ actor }) => verifyChain(desk.db, actor.companyId),
    }),
  ]
}
