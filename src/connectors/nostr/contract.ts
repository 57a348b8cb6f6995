import type { ContractKit, SocketWords } from '#connectors/_contract/suite/kit.ts'
import { nostrDouble, ourKey, theirMediaServer, theirRelay } from './double.ts'

/** What relays say where a server of the web would answer these statuses (NIP-01 and NIP-42, read 2026-11-25). */
const refusals: Record<number, string> = {
  401: 'auth-required: we only serve registered people',
  403: 'blocked: you are banned from posting here',
  404: 'invalid: event creation date is too far off from the current time',
  429: 'rate-limited: slow down there chief',
}

const socket: SocketWords = {
  method: (message) => (JSON.parse(message) as string[])[0] ?? '',
  async answer(message, response) {
    const [verb, about] = JSON.parse(message) as [string, { id: string } & string]
    const words = refusals[response.status]
    const said = await response.text()
    // Words of another kind, a recorded answer among them, are said as they are.
    if (response.status === 200) return [said.replace('<id>', about.id)]
    if (verb !== 'EVENT') return [say('CLOSED', about, words ?? 'error: no database')]
    // A relay in trouble says nothing of the event that it may have taken.
    return words ? [say('OK', about.id, false, words)] : [say('NOTICE', 'error: no database')]
  },
}

const say = (...words: unknown[]) => JSON.stringify(words)

/** An event refused with these words (NIP-01). */
const refused = (words: string) => ({
  status: 200,
  headers: {},
  body: say('OK', '<id>', false, words),
})

const kit: ContractKit = {
  network: nostrDouble,
  fields: { key: ourKey, relays: theirRelay, mediaServer: theirMediaServer },
  wrongFields: { key: 'nsec1notakey', relays: theirRelay },
  source: { terms: ['menuiserie'] },
  parentGone: 'accepts',
  publishes: ({ method }) => method === 'EVENT',
  socket,
  refusals: [
    {
      name: 'an event that wants more work',
      reply: refused('pow: difficulty 26 is less than 30'),
      means: 'rejected',
    },
    {
      name: 'a relay without its database',
      reply: refused('error: could not connect to the database'),
      means: 'transient',
    },
    {
      name: 'a key that is not among those allowed',
      reply: refused('restricted: not on the list'),
      means: 'rejected',
    },
  ],
}

export default kit
