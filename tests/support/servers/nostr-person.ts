import {
  type Draft,
  type Event,
  newSecretKey,
  publicKeyOf,
  sign,
} from '../../../src/connectors/nostr/event.ts'

/** Somebody with a key of their own, who speaks to a relay by Node's own WebSocket. */
export class NostrPerson {
  readonly pubkey: string
  readonly #secret = newSecretKey()
  readonly #relay: string

  constructor(relay: string) {
    this.#relay = relay
    this.pubkey = publicKeyOf(this.#secret)
  }

  /** Signs and sends; throws when the relay refuses. */
  async say(draft: Partial<Draft>): Promise<Event> {
    const created_at = Math.floor(Date.now() / 1000)
    const event = sign(this.#secret, { kind: 1, created_at, tags: [], content: '', ...draft })
    await this.pass(event)
    return event
  }

  /** Hands on what anybody signed; throws when the relay refuses. */
  async pass(event: Event): Promise<void> {
    const said = await this.#ask(['EVENT', event], 'OK')
    const [, , isTaken, words] = said.at(-1) ?? []
    if (isTaken !== true) throw new Error(`the relay refused: ${String(words)}`)
  }

  /** What is there for one filter. */
  async find(filter: object): Promise<Event[]> {
    const said = await this.#ask(['REQ', 'here', filter], 'EOSE')
    return said.filter(([verb]) => verb === 'EVENT').map(([, , event]) => event as Event)
  }

  /** All that is said until, and with, the word that ends an answer. */
  #ask(message: unknown[], last: string): Promise<unknown[][]> {
    const socket = new WebSocket(this.#relay)
    const heard: unknown[][] = []
    return new Promise((resolve, reject) => {
      socket.addEventListener('error', () => reject(new Error(`${this.#relay} is not there`)))
      socket.addEventListener('open', () => socket.send(JSON.stringify(message)))
      socket.addEventListener('message', ({ data }) => {
        const words = JSON.parse(String(data)) as unknown[]
        heard.push(words)
        if (words[0] === 'NOTICE') reject(new Error(String(words[1])))
        if (words[0] !== last) return
        socket.close()
        resolve(heard)
      })
    })
  }
}
