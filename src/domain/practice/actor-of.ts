import type { Company } from '#domain/governance/index.ts'
import { type Actor, SCOPES } from '#platform/http/route.ts'

/** The person who practises. */
export interface Practitioner {
  userId: string
  name: string
}

/** The same person as the doors of the modules want them: the company's owner, who may do everything. */
export function actorOf(company: Company, { userId: id, name }: Practitioner): Actor {
  const everything = { scopes: new Set(SCOPES), channels: 'all' as const }
  return { kind: 'user', id, name, companyId: company.id, role: 'owner', ...everything }
}
