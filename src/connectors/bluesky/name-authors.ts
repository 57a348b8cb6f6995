import { z } from 'zod'
import type { Found, Tools } from '#connectors/_contract/connector.ts'
import { authorOf, profileSchema } from './profile.ts'
import { xrpc } from './xrpc.ts'

/** Bluesky's AppView for everybody, without an account (docs.bsky.app, “API Hosts and Auth”). */
const publicView = 'https://public.api.bsky.app'

/** As many as one call takes (lexicon app.bsky.actor.getProfiles, 2026-08-20). */
const AT_ONCE = 25

/** Names the authors that Jetstream knows by their DID alone; one whom nobody can name keeps it. */
export async function nameAuthors(tools: Tools, items: Found[]): Promise<Found[]> {
  const dids = [...new Set(items.flatMap(({ author }) => (author ? [author.remoteId] : [])))]
  const known = new Map<string, z.infer<typeof profileSchema>>()
  for (let from = 0; from < dids.length; from += AT_ONCE) {
    const call = {
      method: 'app.bsky.actor.getProfiles',
      params: { actors: dids.slice(from, from + AT_ONCE) },
      timeoutMs: 5000,
    }
    const answer = await xrpc(
      tools,
      publicView,
      call,
      z.object({ profiles: z.array(profileSchema) }),
    )
    // It will not know the others either.
    if (!answer.ok) break
    for (const profile of answer.value.profiles) known.set(profile.did, profile)
  }
  return items.map((item) => {
    const profile = item.author && known.get(item.author.remoteId)
    return profile ? { ...item, author: authorOf(profile) } : item
  })
}
