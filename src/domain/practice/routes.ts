import type { Desk } from '#domain/desk.ts'
import { company } from '#domain/governance/api.ts'
import { type Route, route } from '#platform/http/route.ts'
import { closePracticeCompany } from './close-practice-company.ts'
import { openPracticeCompany } from './open-practice-company.ts'

export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'POST',
      path: '/practice',
      access: 'signed-in',
      tag: 'company',
      summary: 'Open a practice company: a shop with ninety days behind it, where nothing is real',
      response: company,
      status: 201,
      handler: async ({ person, language }) => ({
        ...(await openPracticeCompany(desk, person, language)),
        role: 'owner' as const,
      }),
    }),
    route({
      method: 'DELETE',
      path: '/practice',
      access: 'company:write',
      tag: 'company',
      summary: 'Delete this practice company, all that is in it, and its files',
      handler: ({ actor }) => closePracticeCompany(desk, actor.companyId),
    }),
  ]
}
