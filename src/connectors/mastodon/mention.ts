import { z } from 'zod'
import type { Account, Author, Mention, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { callAs } from './server.ts'
import { authorOf, authorSchema } from './status.ts'

export const mention: Mention = { search }

/** docs.joinmastodon.org/methods/search (read 2026-11-25): those the server knows; it asks no other server. */
async function search(tools: Tools, account: Account, q: string): Promise<Outcome<Author[]>> {
  const query = new URLSearchParams({ q, type: 'accounts', limit: '8', resolve: 'false' })
  const schema = z.object({ accounts: z.array(authorSchema) })
  const found = await callAs(tools, account, { path: `/api/v2/search?${query}` }, schema)
  return found.ok ? done(found.value.accounts.map((one) => authorOf({ account: one }))) : found
}
