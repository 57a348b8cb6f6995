import { z } from 'zod'
import type { Outgoing, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import type { Identity } from './account.ts'
import { type Event, isAuthentic, tagged } from './event.ts'
import { askAll, anyOf } from './relays.ts'

/** What an answer must name: the note it answers, the first of the thread, and who is in it. */
export interface ReplyRefs {
  root: string
  parent: string
  people: string[]
}

const dataSchema = z.object({ root: z.string(), people: z.array(z.string()) })

/** What is kept of a note so that an answer can be written without asking for it again. */
export function replyData(
  event: Pick<Event, 'id' | 'pubkey' | 'tags'>,
): z.infer<typeof dataSchema> {
  const people = new Set([event.pubkey, ...tagged(event, 'p')])
  return { root: parentsOf(event).root ?? event.id, people: [...people] }
}

/** The notes that a note answers: marked, or by their places as was done before (NIP-10, read 2026-11-25). */
export function parentsOf({ tags }: Pick<Event, 'tags'>): { root?: string; parent?: string } {
  const all = tags.filter(([name, id]) => name === 'e' && id)
  const marked = (mark: string) => all.find((tag) => tag[3] === mark)?.[1]
  const [root, reply] = [marked('root'), marked('reply')]
  if (root || reply) return found(root ?? reply, reply ?? root)
  const placed = all.filter((tag) => tag[3] !== 'mention')
  return found(placed[0]?.[1], placed.at(-1)?.[1])
}

const found = (root: string | undefined, parent: string | undefined) => ({
  ...(root ? { root } : {}),
  ...(parent ? { parent } : {}),
})

/** @returns the references of an answer; the note is asked for when nothing was kept of it */
export async function replyRefs(
  tools: Tools,
  identity: Identity,
  replyTo: NonNullable<Outgoing['replyTo']>,
): Promise<Outcome<ReplyRefs>> {
  const kept = dataSchema.safeParse(replyTo.data)
  const data = kept.success ? done(kept.data) : await dataOf(tools, identity, replyTo.remoteId)
  if (!data.ok) return data
  const { root, people } = data.value
  return done({
    root,
    parent: replyTo.remoteId,
    people: people.filter((pubkey) => pubkey !== identity.pubkey),
  })
}

async function dataOf(tools: Tools, identity: Identity, id: string) {
  const answers = await askAll(tools, identity, (relay) => relay.query({ ids: [id] }))
  const events = anyOf(answers)
  if (!events.ok) return events
  const event = events.value.flat().find((one) => one.id === id && isAuthentic(one))
  if (event) return done(replyData(event))
  const away = answers.find(({ outcome }) => !outcome.ok)
  if (away && !away.outcome.ok) return failed(away.outcome.failure)
  return rejected('text', {
    en: 'The note you answer is on none of this account’s relays any more.',
    fr: 'La note à laquelle vous répondez n’est plus sur aucun des relais de ce compte.',
  })
}
