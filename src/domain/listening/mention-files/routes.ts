import type { Desk } from '#domain/desk.ts'
import { Problem } from '#platform/http/problem.ts'
import { type Call, type Route, route } from '#platform/http/route.ts'
import { sentFile } from '#platform/http/sent-file.ts'
import * as api from './api.ts'
import { bringFile } from './bring-file.ts'
import { noFile, tooHeavy } from './errors.ts'
import { previewFile, type SentFile } from './mention-file.ts'

const tag = 'listening'
const MOST_MB = 12

export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'POST',
      path: '/mentions/files/preview',
      access: 'listening:write',
      tag,
      summary: 'What would become of a table of mentions exported from another tool; keeps nothing',
      query: api.fileChoices,
      multipart: true,
      response: api.filePreview,
      handler: async (call) => {
        const { actor, query, language } = call
        return previewFile(desk, actor.companyId, await fileOf(call), query, language)
      },
    }),
    route({
      method: 'POST',
      path: '/mentions/files',
      access: 'listening:write',
      tag,
      summary: 'Make mentions of the rows of such a table that a query finds, all of them or none',
      query: api.bringChoices,
      multipart: true,
      response: api.fileBrought,
      status: 201,
      handler: async (call) =>
        bringFile(desk, call.actor, call.newId(), await fileOf(call), call.query),
    }),
  ]
}

async function fileOf({ request }: Pick<Call, 'request'>): Promise<SentFile> {
  const file = await sentFile(request, MOST_MB * 1_000_000)
  if (file === 'none') throw new Problem(noFile)
  if (file === 'too-heavy') throw new Problem(tooHeavy, { limit: MOST_MB })
  return file
}
