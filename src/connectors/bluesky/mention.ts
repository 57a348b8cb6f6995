import { z } from 'zod'
import type { Account, Author, Mention, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { authorOf, profileSchema } from './profile.ts'
import { openSession } from './session.ts'

export const mention: Mention = { search }

/** `app.bsky.actor.searchActorsTypeahead` (lexicon, 2026-08-20): made for this very purpose. */
async function search(tools: Tools, account: Account, q: string): Promise<Outcome<Author[]>> {
  const call = { method: 'app.bsky.actor.searchActorsTypeahead', params: { q, limit: '8' } }
  const schema = z.object({ actors: z.array(profileSchema) })
  const found = await openSession(tools, account).call(call, schema)
  return found.ok ? done(found.value.actors.map(authorOf)) : found
}
