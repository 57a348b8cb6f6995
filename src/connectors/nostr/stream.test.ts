import { expect, test } from 'vitest'
import type { StreamBatch } from '#connectors/_contract/connector.ts'
import { yanisKey } from './double.ts'
import { kinds, publicKeyOf, secondsOf } from './event.ts'
import nostr from './index.ts'
import { far, leaKey, near, village } from './village.ts'

const { stream } = nostr
if (!stream) throw new Error('Nostr no longer streams')

const texts = ({ items }: StreamBatch) => items.map(({ text }) => text)

test('a note is heard once, however many relays tell it, and has an address of its own', async () => {
  const { listen, say, write } = village()
  const { step, opened } = listen()
  await opened()
  const note = write('J’aime le chêne')
  say(near, note)
  say(far, note)
  say(far, write('Et le hêtre'))
  const first = await step()
  const all = [...texts(first), ...(first.items.length < 2 ? texts(await step()) : [])]
  expect(all).toEqual(['J’aime le chêne', 'Et le hêtre'])
  expect(first.items[0]).toMatchObject({
    remoteId: note.id,
    url: expect.stringContaining('https://njump.me/nevent1'),
    author: { remoteId: publicKeyOf(yanisKey) },
  })
})

test('what is false, out of time, of another kind or of another subject is not read', async () => {
  const { listen, say, write, utter, clock } = village()
  const { step, opened } = listen()
  await opened()
  const true_ = write('Le vrai')
  say(near, { ...true_, content: 'Le faux' })
  say(near, { ...true_, sig: '0'.repeat(128) })
  say(near, write('Demain', { created_at: secondsOf(clock.now()) + 3600 }))
  say(near, write('Du fer', { tags: [['t', 'fer']] }))
  say(near, write('+', { kind: kinds.reaction }))
  utter(near, 'pas du json')
  utter(near, '["EVENT","live",{"id":4}]')
  utter(near, '["NOTICE","bonjour"]')
  say(near, true_)
  let skipped = 0
  const said: string[] = []
  while (said.length === 0) {
    const batch = await step()
    skipped += batch.skipped ?? 0
    said.push(...texts(batch))
  }
  // A forged event under a true name does not keep the true one from being heard.
  expect([said, skipped]).toEqual([['Le vrai'], 5])
})

test('a deletion is that of its author alone', async () => {
  const { listen, say, write } = village()
  const { step, opened } = listen()
  await opened()
  const note = write('Trop tôt dit')
  say(near, note)
  expect(texts(await step())).toEqual(['Trop tôt dit'])
  say(near, write('', { kind: kinds.deletion, tags: [['e', note.id]] }, leaKey))
  say(near, write('', { kind: kinds.deletion, tags: [['e', note.id]] }))
  const claims = [...((await step()).gone?.claimed ?? [])]
  if (claims.length < 2) claims.push(...((await step()).gone?.claimed ?? []))
  // Whose it is, the desk knows.
  expect(claims).toEqual([
    { author: publicKeyOf(leaKey), post: note.id },
    { author: publicKeyOf(yanisKey), post: note.id },
  ])
})

test('what was said while nobody listened is heard, from where each relay stood', async () => {
  const { listen, write, relay, clock } = village()
  const { opened, stop } = listen()
  const { cursor = null } = await opened()
  stop()
  for (let n = 0; n < 150; n++) {
    clock.advance(60_000)
    const note = write(`Planche ${n}`)
    relay(n % 2 ? near : far).events.set(note.id, note)
  }
  const again = listen({}, cursor)
  const heard = new Set<string>()
  while (heard.size < 150) for (const text of texts(await again.step())) heard.add(text)
  expect(heard.has('Planche 0') && heard.has('Planche 149')).toBe(true)
})

test('more than can be caught up with is told to be missed', async () => {
  const { listen, write, relay, clock } = village()
  const { opened, stop } = listen()
  const { cursor = null } = await opened()
  stop()
  const from = clock.now()
  const signed = write('Planche')
  for (let n = 0; n < 2_300; n++) {
    clock.advance(1_000)
    // Signed by nobody, which is quicker: a relay counts it all the same.
    const note = { ...signed, id: String(n).padStart(64, '0'), created_at: secondsOf(clock.now()) }
    relay(near).events.set(note.id, note)
  }
  clock.advance(3_600_000)
  const again = listen({}, cursor)
  let missed: StreamBatch['missed']
  while (!missed) ({ missed } = await again.step())
  expect(missed.from).toEqual(from)
  expect(missed.to.getTime()).toBeGreaterThan(from.getTime())
})

test('a relay that is away is told while the other speaks, and is taken up again', async () => {
  const { listen, say, write, relay, cut } = village()
  const { step, opened } = listen()
  await opened()
  relay(far).isAway = true
  cut(far)
  let batch = await step()
  expect(batch.trouble?.en).toContain('far.example')
  say(near, write('Toujours là'))
  batch = await step()
  expect([texts(batch), batch.trouble?.fr]).toEqual([
    ['Toujours là'],
    expect.stringContaining('far.example'),
  ])
  const meanwhile = write('Pendant ce temps')
  relay(far).events.set(meanwhile.id, meanwhile)
  relay(far).isAway = false
  const heard: string[] = []
  while (batch.trouble) {
    batch = await step()
    heard.push(...texts(batch))
  }
  expect(heard).toEqual(['Pendant ce temps'])
}, 20_000)

test('it is over when no relay speaks any more, or never did', async () => {
  const { listen, relay, cut } = village()
  const { end, opened } = listen()
  await opened()
  for (const one of [near, far]) {
    relay(one).isAway = true
    cut(one)
  }
  expect((await end()).kind).toBe('transient')
  const nobody = listen()
  expect(await nobody.end()).toMatchObject({
    kind: 'transient',
    detail: expect.stringContaining('nobody at'),
  })
})

test('told to stop, it stops', async () => {
  const { listen } = village()
  const { end, opened, stop } = listen()
  await opened()
  stop()
  expect((await end()).kind).toBe('transient')
})

test('a relay that wants to know who listens is told a key of nobody’s', async () => {
  const { listen, relay, write } = village()
  relay(near).asksWho = true
  const note = write('Entre nous')
  relay(near).events.set(note.id, note)
  const { step } = listen({ relays: near })
  expect(texts(await step())).toEqual(['Entre nous'])
})

test('the names of authors are those that they give themselves', async () => {
  const { listen, say, write, complete } = village()
  const { step, opened } = listen()
  await opened()
  say(near, write(JSON.stringify({ name: 'Yanis' }), { kind: kinds.profile, tags: [] }))
  say(near, write('Voilà'))
  let batch = await step()
  while (batch.items.length === 0) batch = await step()
  expect((await complete(batch))[0]?.author?.name).toBe('Yanis')
})

test.each([
  [{ relays: '' }, 'relays'],
  [{ relays: 'nulle part' }, 'relays'],
  [{ relays: 'javascript:alert(1)' }, 'relays'],
  [{ relays: 'a.fr b.fr c.fr d.fr e.fr f.fr' }, 'relays'],
  [{ relays: 'a.fr', tags: 'bois fer/blanc' }, 'tags'],
  [{ relays: 'a.fr', tags: '#Bois chêne_massif' }, undefined],
])('%j is asked for, or refused by its field', (settings, field) => {
  expect(stream.check?.(settings)?.field).toBe(field)
})

test('it is named by its hashtags, or by its first relay', () => {
  expect(stream.nameOf({ relays: 'a.fr b.fr', tags: '#Bois chêne' })).toBe('Nostr · #bois #chêne')
  expect(stream.nameOf({ relays: 'a.fr b.fr' })).toBe('Nostr · a.fr')
})
