import { z } from 'zod'
import { parseJson } from '#connectors/_contract/ask.ts'
import type { Author, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { type Identity, profileUrl, shortName } from './account.ts'
import { type Event, isAuthentic, kinds } from './event.ts'
import { anyOf, askAll } from './relays.ts'

/** What we use of `kind 0` (NIP-01 and NIP-24, read 2026-11-25). A person writes what they like there. */
const profileSchema = z.object({
  name: z.string().catch(''),
  display_name: z.string().catch(''),
  picture: z
    .url({ protocol: /^https$/ })
    .optional()
    .catch(undefined),
})

export type Profile = z.infer<typeof profileSchema>

const perQuestion = 100

/**
 * The newest profile of each of these people, by their key; those who have none are left out.
 * @returns a failure only when no relay answered
 */
export async function profilesOf(
  tools: Tools,
  identity: Pick<Identity, 'relays' | 'secret'>,
  pubkeys: string[],
): Promise<Outcome<Map<string, Profile>>> {
  const newest = new Map<string, Event>()
  for (let start = 0; start < pubkeys.length; start += perQuestion) {
    const authors = pubkeys.slice(start, start + perQuestion)
    const filter = { kinds: [kinds.profile], authors, limit: perQuestion }
    const answers = anyOf(await askAll(tools, identity, (relay) => relay.query(filter)))
    if (!answers.ok) return answers
    for (const event of answers.value.flat()) {
      const known = newest.get(event.pubkey)?.created_at ?? Number.NEGATIVE_INFINITY
      const isWanted = event.kind === kinds.profile && authors.includes(event.pubkey)
      if (isWanted && event.created_at > known && isAuthentic(event))
        newest.set(event.pubkey, event)
    }
  }
  const read = [...newest].flatMap(([pubkey, { content }]): [string, Profile][] => {
    const profile = profileSchema.safeParse(parseJson(content)).data
    return profile ? [[pubkey, profile]] : []
  })
  return done(new Map(read))
}

export const nameOf = (pubkey: string, profile: Profile | undefined): string =>
  profile?.display_name.trim() || profile?.name.trim() || shortName(pubkey)

/** The handle is the key's: a name is no proof of who speaks. */
export function authorOf(pubkey: string, profile: Profile | undefined): Author {
  return {
    remoteId: pubkey,
    handle: shortName(pubkey),
    name: nameOf(pubkey, profile),
    ...(profile?.picture ? { avatarUrl: profile.picture } : {}),
    profileUrl: profileUrl(pubkey),
  }
}
