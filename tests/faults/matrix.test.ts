/** Each cell of the table in docs/publishing.md, proved: what happens, by kind of network, when something goes wrong. */
import { sql } from 'kysely'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { accountOf, connectorOf, findChannel, toolsFor } from '#domain/channels/index.ts'
import { type Claimed, claimNext } from '#domain/publishing/deliveries/claim-delivery.ts'
import { keeperOf } from '#domain/publishing/deliveries/keep-facts.ts'
import { outgoingOf } from '#domain/publishing/deliveries/outgoing.ts'
import { type Kind, KINDS } from './ground/connectors.ts'
import type { GroundFault } from './ground/faults.ts'
import { openStand } from './ground/open-stand.ts'

const stand = await openStand()
const { camille, ground, script, desk, clock } = stand

beforeEach(async () => {
  script.clear()
  clock.advance(2 * 86_400_000)
  await stand.work()
})

/** The same by every kind, but for those named. */
const all = (outcome: string, but: Partial<Record<Kind, string>> = {}) => ({
  ...Object.fromEntries(KINDS.map((kind) => [kind, outcome])),
  ...but,
})

const ONCE = 'published 1'
/** Nobody can know: a person is asked, and nothing is sent meanwhile. */
const ASKED_AND_THERE = { none: 'unknown 1' }
const ASKED_AND_NOT_THERE = { none: 'unknown 0' }

describe('the request that publishes', () => {
  test.each<[GroundFault, ReturnType<typeof all>]>([
    ['timeout-after', all(ONCE, ASKED_AND_THERE)],
    ['reset-after', all(ONCE, ASKED_AND_THERE)],
    ['500-after', all(ONCE, ASKED_AND_THERE)],
    ['nonsense-after', all(ONCE, ASKED_AND_THERE)],
    ['timeout-before', all(ONCE, ASKED_AND_NOT_THERE)],
    ['reset-before', all(ONCE, ASKED_AND_NOT_THERE)],
    ['500', all(ONCE, ASKED_AND_NOT_THERE)],
    ['nonsense', all(ONCE, ASKED_AND_NOT_THERE)],
    ['503', all(ONCE)],
    ['429', all(ONCE)],
    ['429-silent', all(ONCE)],
    ['slow', all(ONCE)],
  ])('%s', async (fault, expected) => {
    stand.tell('publish', fault)
    const post = await stand.post(`Par temps de ${fault}`)
    await stand.pass()
    expect(await stand.outcome(post)).toEqual(expected)
  })

  test.each<GroundFault>(['timeout-after', 'reset-after', '500-after'])(
    '%s, and the network cannot be read back at first',
    async (fault) => {
      stand.tell('publish', fault)
      stand.tell('read', '503', 'reset-before', 'timeout-before')
      const post = await stand.post(`Relu plus tard, ${fault}`)
      await stand.pass()
      await stand.after(300)
      expect(await stand.outcome(post)).toEqual(all(ONCE, ASKED_AND_THERE))
    },
  )

  test('each fault in a row, the last one after it was accepted: still one', async () => {
    stand.tell('publish', '503', 'reset-before', '500', '429', 'nonsense', 'timeout-after')
    const post = await stand.post('Une mauvaise journée')
    for (let n = 0; n < 6; n++) await stand.pass()
    expect(await stand.outcome(post)).toEqual(all(ONCE, { none: 'unknown 0' }))
  })

  test('429 with Retry-After is honoured to the second; without it a minute passes', async () => {
    stand.tell('publish', '429')
    const told = await stand.post('Dans une seconde')
    await stand.work()
    expect(await stand.outcome(told)).toEqual(all('planned 0'))
    await stand.after(1)
    expect(await stand.outcome(told)).toEqual(all(ONCE))

    stand.tell('publish', '429-silent')
    const untold = await stand.post('Dans une minute')
    await stand.work()
    await stand.after(58)
    expect(await stand.outcome(untold)).toEqual(all('planned 0'))
    await stand.after(2)
    expect(await stand.outcome(untold)).toEqual(all(ONCE))
  })

  test('a picture that is processed late: the same container is published, once', async () => {
    stand.tell('prepare', 'late-media')
    const post = await stand.post('L’image attend')
    await stand.work()
    expect((await stand.outcome(post))['two-step']).toBe('planned 0')
    await stand.pass()
    await stand.after(600)
    expect(await stand.outcome(post)).toEqual(all(ONCE))
    const prepared = ground.asked.filter((asked) => asked === 'two-step prepare').length
    stand.tell('prepare', 'reset-after')
    await stand.post('La réponse au conteneur se perd')
    await stand.pass()
    expect(ground.asked.filter((asked) => asked === 'two-step prepare').length).toBe(prepared + 2)
  })
})

describe('half a thread', () => {
  const thread = [{ text: 'Deux' }, { text: 'Trois' }]

  test.each<[GroundFault, Partial<Record<Kind, string>>]>([
    ['timeout-after', { none: 'published 1, unknown 1, planned 0' }],
    ['reset-before', { none: 'published 1, unknown 0, planned 0' }],
    ['503', {}],
  ])(
    '%s at its second part: finished in its order where that can be known',
    async (fault, none) => {
      const named = thread.map(({ text }) => ({ text: `${text} ${fault}` }))
      for (const kind of KINDS) script.next(kind, 'publish', 'slow', fault)
      const post = await stand.post(`Un ${fault}`, { thread: named })
      await stand.pass()
      expect(await stand.outcome(post)).toEqual(all('published 1, published 1, published 1', none))
      const ours = [post.text, ...named.map(({ text }) => text)]
      const [first, second, third] = ground.posts.filter(
        ({ account, text }) => account === 'read-back' && ours.includes(text),
      )
      expect([second?.replyTo, third?.replyTo]).toEqual([first?.id, second?.id])
    },
  )

  test('where nobody can know, the person says so and the rest follows', async () => {
    for (const kind of KINDS) script.next(kind, 'publish', 'slow', 'reset-before')
    const post = await stand.post('Un, demandé', { thread })
    await stand.pass()
    const [, second, third] = await stand.deliveries(post, 'none')
    expect(second?.trouble).toContain('It may have been published')
    expect(third?.trouble).toContain('nobody knows yet whether that left')
    await camille.post(`/deliveries/${second?.id}/retry`)
    await stand.work()
    expect((await stand.outcome(post)).none).toMatch(/^published 1, published \d, published \d$/)
  })
})

describe('access', () => {
  const states = async () => {
    const { body } = await camille.get<{ handle: string; state: string }[]>('/channels')
    return Object.fromEntries(body.map(({ handle, state }) => [handle, state]))
  }
  const renewals = () => ground.asked.filter((asked) => asked.endsWith(' renew')).length

  test('expired in the middle: renewed once, and the post leaves at once', async () => {
    const before = renewals()
    stand.tell('publish', 'expired')
    const post = await stand.post('Jeton expiré')
    await stand.work()
    expect(await stand.outcome(post)).toEqual(all(ONCE))
    expect(renewals() - before).toBe(KINDS.length)
    const [delivery] = await stand.deliveries(post, 'none')
    expect(delivery?.attempts.map(({ sentence }) => sentence)).toEqual([
      'Our access had expired and was renewed. none accepted it.',
    ])
  })

  test('expired while it is read back: renewed, and found', async () => {
    stand.tell('publish', 'timeout-after')
    stand.tell('read', 'expired')
    const post = await stand.post('Expiré à la relecture')
    await stand.pass()
    expect(await stand.outcome(post)).toEqual(all(ONCE, ASKED_AND_THERE))
  })

  test('expired while the network is down: nobody is asked to connect again; it leaves when it is back', async () => {
    stand.tell('publish', 'expired')
    stand.tell('renew', '503', 'reset-before')
    const post = await stand.post('Coupure')
    await stand.work()
    expect(await stand.outcome(post)).toEqual(all('planned 0'))
    expect(await states()).toEqual(all('connected'))
    await stand.pass()
    expect(await stand.outcome(post)).toEqual(all(ONCE))
  })

  test.each<GroundFault>(['revoked', 'suspended'])(
    '%s: a person is asked to connect again, nothing is tried meanwhile, and retrying sends it once',
    async (fault) => {
      stand.tell('publish', fault)
      const post = await stand.post(`Accès ${fault}`)
      await stand.pass()
      expect(await stand.outcome(post)).toEqual(all('failed 0'))
      expect(await states()).toEqual(all('broken'))
      const asked = ground.asked.length
      const later = await stand.post(`Ensuite, ${fault}`)
      await stand.pass()
      expect(ground.asked).toHaveLength(asked)
      expect(await stand.outcome(later)).toEqual(all('failed 0'))
      for (const kind of KINDS) {
        ground.pardon(kind)
        await stand.connect(kind)
        const [delivery] = await stand.deliveries(post, kind)
        await camille.post(`/deliveries/${delivery?.id}/retry`)
      }
      await stand.work()
      expect(await stand.outcome(post)).toEqual(all(ONCE))
    },
  )

  test('expired for two workers at once: the network is asked for new access once', async () => {
    const { body } = await camille.get<{ id: string; handle: string }[]>('/channels')
    const id = body.find(({ handle }) => handle === 'read-back')?.id ?? ''
    const { body: company } = await camille.get('/companies/current')
    const channel = await findChannel(desk.db, company.id, id)
    if (!channel) throw new Error('no account')
    ground.end('read-back', 'expired')
    const before = renewals()
    const checks = Array.from({ length: 4 }, () => camille.post(`/channels/${id}/check`))
    const post = await stand.post('À plusieurs')
    await Promise.all([...checks, stand.work()])
    await stand.pass()
    expect(await stand.outcome(post)).toEqual(all(ONCE))
    expect(renewals() - before).toBe(1)
    expect(await states()).toEqual(all('connected'))
  })
})

describe('the desk itself', () => {
  /** Does the claimed work up to the network's answer, and dies before it is written down. */
  async function diesAfter(claimed: Claimed): Promise<void> {
    const { channel } = claimed
    const given = await toolsFor(desk, channel)
    if (!given.ok) throw new Error(given.failure.detail)
    const tools = { ...given.value, keep: keeperOf(desk, claimed) }
    const outgoing = await outgoingOf(desk, claimed)
    await connectorOf(desk, channel).publish?.publish(tools, accountOf(desk, channel), outgoing)
  }

  async function claimAll(): Promise<Claimed[]> {
    const office = stand.office()
    const claimed: Claimed[] = []
    for (;;) {
      const next = await claimNext(office)
      if (!next) return claimed
      if (next !== 'settled') claimed.push(next)
    }
  }

  test('killed before it sent: sent once; where nobody can know, a person is asked', async () => {
    const post = await stand.post('Tué avant')
    expect(await claimAll()).toHaveLength(KINDS.length)
    await stand.pass()
    expect(await stand.outcome(post)).toEqual(all(ONCE, ASKED_AND_NOT_THERE))
  })

  test('killed after the network accepted: found, not sent again', async () => {
    const post = await stand.post('Tué après')
    for (const claimed of await claimAll()) await diesAfter(claimed)
    await stand.pass()
    expect(await stand.outcome(post)).toEqual(all(ONCE, ASKED_AND_THERE))
  })

  test('the clock jumps a day ahead while posts wait and one is in hand: none leaves twice, none in a burst', async () => {
    const post = await stand.post('Saut')
    await claimAll()
    clock.advance(2 * 86_400_000)
    await stand.pass()
    const outcome = await stand.outcome(post)
    for (const kind of KINDS)
      expect(outcome[kind]).toMatch(/^(unknown|failed|planned) 0$|^published 1$/)
    const [delivery] = await stand.deliveries(post, 'none')
    expect(delivery?.trouble).not.toBeNull()
  })

  test('the clock is set back by a day while a post is in hand: nobody waits for tomorrow', async () => {
    const now = clock.now()
    clock.advance(86_400_000)
    stand.tell('publish', 'reset-after')
    const post = await stand.post('Retour')
    await stand.work()
    clock.set(now)
    for (let n = 0; n < 3; n++) await stand.pass()
    clock.advance(86_400_000)
    await stand.pass()
    expect(await stand.outcome(post)).toEqual(all(ONCE, ASKED_AND_THERE))
  })

  test('the database restarts while the network answers: what it said is written once it is back', async () => {
    stand.tell('publish', 'slow')
    const post = await stand.post('Base relancée')
    const working = stand.work()
    const seen = ground.asked.length
    await vi.waitFor(
      () =>
        expect(ground.asked.slice(seen)).toEqual(
          expect.arrayContaining(KINDS.map((kind) => `${kind} publish`)),
        ),
      { interval: 5, timeout: 10_000 },
    )
    // What a restart does to those who are connected.
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`
      .execute(desk.db)
      .catch(() => {})
    await working
    await stand.pass()
    expect(await stand.outcome(post)).toEqual(all(ONCE))
  })

  test('the disk of the database is full when the answer comes: read back once it has room', async () => {
    await sql`create function full_disk() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file' using errcode = '53100'; end $$`.execute(
      desk.db,
    )
    // Full from the moment at which what the network said is to be written.
    await sql`create trigger full_disk before update on deliveries for each row
      when (old.state = 'sending' and new.state <> 'sending') execute function full_disk()`.execute(
      desk.db,
    )
    const post = await stand.post('Disque plein')
    await stand.work()
    expect(await stand.outcome(post)).toEqual(all('sending 1'))
    await sql`drop trigger full_disk on deliveries`.execute(desk.db)
    await stand.pass()
    expect(await stand.outcome(post)).toEqual(all(ONCE, ASKED_AND_THERE))
  })

  test('the disk of the database is full before anything is sent: nothing is', async () => {
    const post = await stand.post('Rien ne part')
    await sql`create trigger full_disk before update on deliveries execute function full_disk()`.execute(
      desk.db,
    )
    const asked = ground.asked.length
    await stand.work()
    expect(ground.asked).toHaveLength(asked)
    await sql`drop trigger full_disk on deliveries`.execute(desk.db)
    await stand.pass()
    expect(await stand.outcome(post)).toEqual(all(ONCE))
  })
})
