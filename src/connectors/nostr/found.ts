import type { Found, Tools } from '#connectors/_contract/connector.ts'
import { type Identity, pageOf } from './account.ts'
import { nevent } from './bech32.ts'
import { dateOf, type Event } from './event.ts'
import { authorOf, type Profile, profilesOf } from './profile.ts'

/** A note of somebody, as it is found. Its address names no relay: it is the same wherever it was heard. */
export const foundOf = (note: Event, profile?: Profile): Found => ({
  remoteId: note.id,
  url: pageOf(nevent(note.id, note.pubkey, [])),
  author: authorOf(note.pubkey, profile),
  text: note.content,
  at: dateOf(note),
})

/** The same finds with the names that their authors give themselves; as they are when no relay answers. */
export async function named(
  tools: Tools,
  identity: Pick<Identity, 'relays' | 'secret'>,
  items: Found[],
): Promise<Found[]> {
  const people = [...new Set(items.flatMap(({ author }) => author?.remoteId ?? []))]
  if (people.length === 0) return items
  const profiles = await profilesOf(tools, identity, people)
  if (!profiles.ok) return items
  return items.map((item) => {
    const profile = profiles.value.get(item.author?.remoteId ?? '')
    return item.author && profile
      ? { ...item, author: authorOf(item.author.remoteId, profile) }
      : item
  })
}
