import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Executor } from '#platform/db/database.ts'
import type { Role } from '#domain/governance/api.ts'

/** Sofia, who reads what the others write, and Yanis, who writes. */
export const sofia = { name: 'Sofia Brandt', email: 'sofia@atelier-morel.example' } as const
export const yanis = { name: 'Yanis Haddad', email: 'yanis@atelier-morel.example' } as const

/**
 * Puts somebody into the desk's first company, with the password of whoever opened it: quicker than an invitation,
 * for tests that are not about invitations.
 * @returns their user id
 */
export async function hire(
  db: Executor,
  { name, email }: { name: string; email: string },
  role: Role,
): Promise<string> {
  const id = randomUUID()
  await sql`insert into users (id, name, email, email_verified, language)
    values (${id}, ${name}, ${email}, true, 'fr')`.execute(db)
  await sql`insert into auth_accounts (id, account_id, provider_id, user_id, password)
    select ${randomUUID()}, ${id}, provider_id, ${id}, password from auth_accounts
    order by created_at limit 1`.execute(db)
  await sql`insert into memberships (company_id, user_id, role, created_at)
    select company_id, ${id}, ${role}, now() from memberships
    where role = 'owner' order by created_at limit 1`.execute(db)
  return id
}
