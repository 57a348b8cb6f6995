import { z } from 'zod'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { type Route, route } from '#platform/http/route.ts'
import { blankMissing } from '../errors.ts'
import * as api from './api.ts'
import { fill, missingIn } from './fill.ts'
import { blankExamples, blankLabels, isOptional, templates } from './templates.ts'

const tag = 'listening'

export function routes(): Route[] {
  return [
    route({
      method: 'GET',
      path: '/query-templates',
      access: 'listening:read',
      tag,
      summary: 'Ready-made queries to fill in: brand, product, people, competitor, trade, needs…',
      response: z.array(api.queryTemplate),
      handler: async ({ language }) =>
        templates.map(({ id, title, help, blanks }) => ({
          id,
          title: title[language],
          help: help[language],
          blanks: blanks.map((name) => ({
            name,
            label: blankLabels[name][language],
            example: blankExamples[name][language],
            optional: isOptional(name),
          })),
        })),
    }),
    route({
      method: 'POST',
      path: '/query-templates/fill',
      access: 'listening:read',
      tag,
      summary: 'The expression of a ready-made query, filled in',
      body: api.templateFilling,
      response: z.object({ name: z.string(), expression: z.string() }),
      handler: async ({ body, language }) => {
        const template = templates.find(({ id }) => id === body.id)
        if (!template) throw new Problem(notFound)
        const [missing] = missingIn(template, body.values)
        if (missing) throw new Problem(blankMissing, { blank: blankLabels[missing][language] })
        return {
          name: template.title[language],
          expression: fill(template, body.values, language),
        }
      },
    }),
  ]
}
