import { expect, test } from 'vitest'
import { openDesk, value } from '#connectors/_contract/suite/desk.ts'
import kit from './contract.ts'
import { type NostrDouble, ourKey, theirRelay } from './double.ts'
import nostr from './index.ts'

const { listen } = nostr
if (!listen) throw new Error('Nostr no longer listens')

async function desk() {
  const { tools, account, network, clock } = await openDesk(nostr, kit)
  const double = network as NostrDouble
  const read = (terms: string[], cursor: string | null = null) =>
    listen?.read(tools, account, { terms }, cursor) ?? expect.fail('nothing')
  return { double, relay: double.relay(theirRelay), read, clock }
}

test('a word is looked for as a hashtag; that no relay searches words is told', async () => {
  const { double, read } = await desk()
  double.happen({ content: 'Avec le mot-dièse', tags: [['t', 'bois']] })
  double.happen({ content: 'Le bois sans mot-dièse' })
  const page = value(await read(['Bois', 'table en chêne']))
  expect(page.items.map(({ text }) => text)).toEqual(['Avec le mot-dièse'])
  expect(page.trouble?.en).toContain('NIP-50')
})

test('a relay that searches is asked for words and phrases too, each note once', async () => {
  const { double, relay, read, clock } = await desk()
  relay.facts = { supported_nips: [1, 50] }
  double.happen({ content: 'Une table en chêne', tags: [['t', 'bois']] })
  const { items, trouble, cursor = null } = value(await read(['bois', 'table en chêne']))
  expect([items.map(({ text }) => text), trouble]).toEqual([['Une table en chêne'], undefined])
  clock.advance(60_000)
  double.happen({ content: 'Une autre table en chêne' })
  const next = value(await read(['bois', 'table en chêne'], cursor))
  expect(next.items.map(({ text }) => text)).toEqual(['Une autre table en chêne'])
})

test('what is not signed by its author is not found', async () => {
  const { double, relay, read } = await desk()
  const note = double.happen({ content: 'Vrai', tags: [['t', 'bois']] }, ourKey)
  relay.events.set(note.id, { ...note, content: 'Faux' })
  expect(value(await read(['bois'])).items).toEqual([])
})
