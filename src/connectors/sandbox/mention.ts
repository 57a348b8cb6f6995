import { z } from 'zod'
import type { Account, Author, Mention, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { authorSchema, call } from './api.ts'

export const mention: Mention = { search }

async function search(tools: Tools, account: Account, q: string): Promise<Outcome<Author[]>> {
  const schema = z.object({ people: z.array(authorSchema) })
  const found = await call(tools, account, { path: '/people', query: { q } }, schema)
  return found.ok ? done(found.value.people.map(personOf)) : found
}

const personOf = ({ id, handle, name, followers, url }: z.infer<typeof authorSchema>): Author => ({
  remoteId: id,
  handle,
  name,
  ...(followers === undefined ? {} : { followers }),
  ...(url === undefined ? {} : { profileUrl: url }),
})
