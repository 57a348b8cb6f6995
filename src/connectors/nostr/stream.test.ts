import { expect, onTestFinished, test } from 'vitest'
import type { LiveSocket, StreamBatch, Tools } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import { fixedClock } from '#platform/clock.ts'
import { FetchFailure } from '#platform/fetch/failure.ts'
import { silentLog } from '#platform/log.ts'
import { nostrDouble, yanisKey } from './double.ts'
import { type Draft, type Event, kinds, publicKeyOf, secondsOf, sign } from './event.ts'
import nostr from './index.ts'

const { stream } = nostr
if (!stream) throw new Error('Nostr no longer streams')

const near = 'wss://near.example'
const far = 'wss://far.example'
const leaKey = '5'.repeat(64)

/** Two relays to which one may listen, with what people say on them. */
function village() {
  const clock = fixedClock('2026-11-26T09:00:00Z')
  const double = nostrDouble(clock)
  const cuts = new Map<string, Set<() => void>>()
  const told = new Map<string, Set<(message: string) => void>>()
  const on = <T>(all: Map<string, Set<T>>, relay: string) => {
    const there = all.get(relay) ?? new Set()
    all.set(relay, there)
    return there
  }

  async function socket(relay: string, signal: AbortSignal): Promise<LiveSocket> {
    const there = double.relay(relay)
    if (there.isAway) throw new FetchFailure('connection-refused', `nobody at ${relay}`, false)
    const conversation = there.open()
    const waiting: string[] = []
    let rouse = () => {}
    let ended: FetchFailure | undefined
    const end = () => {
      ended = new FetchFailure('connection-reset', `${relay} was cut`, true)
      rouse()
    }
    on(cuts, relay).add(end)
    on(told, relay).add((message) => {
      waiting.push(message)
      rouse()
    })
    signal.addEventListener('abort', end)
    return {
      send: (message) => conversation.send(message),
      async next() {
        for (let said = await conversation.next().catch(() => null); said !== null;) {
          waiting.push(said)
          said = await conversation.next().catch(() => null)
        }
        while (waiting.length === 0 && !ended) await new Promise<void>((go) => (rouse = go))
        if (waiting.length === 0 && ended) throw ended
        return waiting.splice(0)
      },
      close: () => {},
    }
  }

  const tools: Tools = {
    fetch: double.fetch,
    ...(double.socket ? { socket: double.socket } : {}),
    live: {
      socket: (url, { signal }) => socket(String(url), signal),
      answer: () => expect.fail('Nostr speaks by socket'),
    },
    clock,
    log: silentLog,
  }

  const write = (content: string, more: Partial<Draft> = {}, key = yanisKey) => {
    const draft = { kind: kinds.note, tags: [['t', 'bois']], created_at: secondsOf(clock.now()) }
    return sign(key, { ...draft, content, ...more })
  }
  const say = (relay: string, event: Event) => {
    double.relay(relay).events.set(event.id, event)
    for (const tell of on(told, relay)) tell(JSON.stringify(['EVENT', 'live', event]))
  }
  return {
    clock,
    relay: double.relay,
    write,
    say,
    utter: (relay: string, message: string) => {
      for (const tell of on(told, relay)) tell(message)
    },
    cut: (relay: string) => {
      for (const end of on(cuts, relay)) end()
    },
    listen(settings: Record<string, string> = {}, cursor: string | null = null) {
      const stop = new AbortController()
      onTestFinished(() => stop.abort())
      const asked = { relays: `${near} ${far}`, tags: 'bois', ...settings }
      const heard = stream?.open(tools, null, asked, cursor, stop.signal)
      if (!heard) throw new Error('Nostr no longer streams')
      const step = async (): Promise<StreamBatch> => {
        const { done, value } = await heard.next()
        return done ? expect.fail(`it ended: ${value.detail}`) : value
      }
      const end = async (): Promise<Failure> => {
        for (;;) {
          const { done, value } = await heard.next()
          if (done) return value
        }
      }
      /** Batches until both relays are heard. */
      const opened = async () => {
        let batch = await step()
        while (Object.keys(JSON.parse(batch.cursor ?? '{}')).length < 2) batch = await step()
        return batch
      }
      return { step, end, opened, stop: () => stop.abort() }
    },
    complete: async (batch: StreamBatch) =>
      (await stream?.complete?.(tools, batch.items, { relays: near })) ?? [],
  }
}

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
