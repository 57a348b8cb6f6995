import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { fileOf } from '../file-of.ts'
import { figuresPreview, figuresQuery } from './api.ts'
import { importFigures, previewFigures } from './import-figures.ts'

/** Figures counted by hand, from a table. */
export function routes(desk: Desk): Route[] {
  const shared = {
    method: 'POST',
    tag: 'figures',
    access: 'posts:write',
    multipart: true,
    response: figuresPreview,
  } as const
  return [
    route({
      ...shared,
      path: '/figures/preview',
      summary: 'Send a table of figures and see what would become of it; enters nothing',
      async handler(call) {
        const { bytes } = await fileOf(call)
        return previewFigures(desk, call.actor, bytes, call.language)
      },
    }),
    route({
      ...shared,
      path: '/figures/import',
      query: figuresQuery,
      summary: 'Enter a table of figures: all of it, or what is not wrong',
      async handler(call) {
        const { bytes } = await fileOf(call)
        return importFigures(desk, call.actor, bytes, call.query, call.language)
      },
    }),
  ]
}
