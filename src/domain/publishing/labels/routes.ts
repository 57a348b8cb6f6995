import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { type Route, route } from '#platform/http/route.ts'
import { labelSuggestionsView, suggestLabelsInput } from './api.ts'
import { companyExperience } from './company-experience.ts'
import { suggestLabels } from './suggest.ts'

/** What a post is to its reader, suggested. */
export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'POST',
      path: '/posts/suggest-labels',
      access: 'posts:read',
      summary:
        'Labels that the words of a post suggest, with the words that decided; keeps nothing',
      tag: 'posts',
      body: suggestLabelsInput,
      response: labelSuggestionsView,
      async handler({ actor: { companyId }, body: { text, language, postId } }) {
        const company = await companyOf(desk.db, companyId)
        return suggestLabels(text, {
          language: language ?? company.language,
          brand: company.name,
          experience: await companyExperience(desk.db, companyId, postId),
        })
      },
    }),
  ]
}
