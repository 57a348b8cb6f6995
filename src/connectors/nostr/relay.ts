import { z } from 'zod'
import type { Socket, Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { notOnTheInternet } from '#connectors/_contract/refusals.ts'
import { type Event, eventSchema, kinds, secondsOf, sign } from './event.ts'
import { refusalOf } from './relay-words.ts'

/** What is asked of a relay (NIP-01): all that is written, at once; `#e` and the like are the values of tags. */
export type Filter = Partial<Record<'ids' | 'authors' | `#${string}`, string[]>> & {
  kinds?: number[]
  since?: number
  until?: number
  limit?: number
  /** Words (NIP-50), where the relay searches them: it then sorts by what it finds best. */
  search?: string
}

/** A conversation with one relay, over one socket. */
export interface Relay {
  url: string
  /** Hands an event over. In doubt, the event may have been taken. */
  publish(event: Event): Promise<Outcome<null>>
  /** The events that are there now, newest first; none is checked. */
  query(...filters: Filter[]): Promise<Outcome<Event[]>>
}

/** Opens a relay, lets `work` talk with it, and closes it whatever happens. */
export async function withRelay<T>(
  tools: Tools,
  url: string,
  secret: string,
  work: (relay: Relay) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (!tools.socket) return failed({ kind: 'transient', detail: 'this desk opens no socket' })
  let socket: Socket
  try {
    // Only an address that `relayAddress` let through is plain.
    socket = await tools.socket(url, { allowHttp: url.startsWith('ws:'), timeoutMs: 30_000 })
  } catch (error) {
    return failed(troubleOf(url, error))
  }
  try {
    return await work(talk(tools, url, secret, socket))
  } finally {
    socket.close()
  }
}

function talk(tools: Tools, url: string, secret: string, socket: Socket): Relay {
  let asked = 0
  let challenge: string | undefined
  let saidWho = false

  /** Says one thing and listens until `hear` makes an answer of something that is said. */
  async function ask<T>(
    message: unknown[],
    hear: (said: unknown[]) => Outcome<T> | null,
    doubt: Failure['kind'] = 'transient',
  ): Promise<Outcome<T>> {
    let sent = false
    try {
      socket.send(JSON.stringify(message))
      sent = true
      for (;;) {
        const said = wordsIn(await socket.next())
        if (said[0] === 'AUTH' && typeof said[1] === 'string') challenge = said[1]
        const answer = hear(said)
        if (answer) return answer
      }
    } catch (error) {
      const failure = troubleOf(url, error)
      const isDoubt = sent && failure.kind === 'transient' && doubt === 'unknown-outcome'
      return failed(isDoubt ? { ...failure, kind: doubt } : failure)
    }
  }

  /** Asks once more after having said who we are, where the relay wants to know (NIP-42). */
  async function introduced<T>(question: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const first = await question()
    if (first.ok || first.failure.kind !== 'auth' || !challenge || saidWho) return first
    saidWho = true
    const signed = sign(secret, {
      kind: kinds.clientAuth,
      created_at: secondsOf(tools.clock.now()),
      tags: [
        ['relay', url],
        ['challenge', challenge],
      ],
      content: '',
    })
    const welcome = await ask(['AUTH', signed], hearOk(signed.id))
    return welcome.ok ? question() : first
  }

  const hearOk =
    (id: string) =>
    (said: unknown[]): Outcome<null> | null => {
      const [, , isTaken, words = ''] = okSchema.safeParse(said).data ?? []
      if (said[0] !== 'OK' || said[1] !== id || isTaken === undefined) return null
      // Some relays say no to what they have.
      if (isTaken || words.startsWith('duplicate:')) return done(null)
      return failed(refusalOf(tools, url, words))
    }

  return {
    url,
    publish: (event) =>
      introduced(() => ask(['EVENT', event], hearOk(event.id), 'unknown-outcome')),
    query: (...filters) =>
      introduced(async () => {
        const name = `v${++asked}`
        const found: Event[] = []
        const answer = await ask<Event[]>(['REQ', name, ...filters], (said) => {
          if (said[1] !== name) return null
          if (said[0] === 'EOSE') return done(found)
          if (said[0] === 'CLOSED') return failed(refusalOf(tools, url, String(said[2] ?? '')))
          const event = said[0] === 'EVENT' ? eventSchema.safeParse(said[2]).data : undefined
          if (event) found.push(event)
          return null
        })
        if (!answer.ok) return answer
        stopListening(socket, name)
        return done(found.toSorted((a, b) => b.created_at - a.created_at))
      }),
  }
}

/** Else the relay goes on telling what is new. One that has closed tells nothing anyway. */
function stopListening(socket: Socket, name: string): void {
  try {
    socket.send(JSON.stringify(['CLOSE', name]))
  } catch {
    // the next question will tell
  }
}

const okSchema = z.tuple([z.literal('OK'), z.string(), z.boolean()], z.string())

/** What a relay says: a list that begins with a word; nothing when it is none. */
export function wordsIn(message: string): unknown[] {
  try {
    const said: unknown = JSON.parse(message)
    return Array.isArray(said) ? said : []
  } catch {
    return []
  }
}

/** Nothing was heard: whether that leaves a doubt is for whoever asked to say. */
function troubleOf(url: string, error: unknown): Failure {
  const detail = error instanceof Error ? error.message : String(error)
  const { kind } = error as { kind?: string }
  if (kind === 'private-address' || kind === 'bad-url') {
    return { kind: 'rejected', reason: notOnTheInternet(new URL(url).host), detail }
  }
  return { kind: 'transient', detail }
}
