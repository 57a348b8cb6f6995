/**
 * What users of the open leader of this field have complained of, with the thread, read on 2026-11-22: each of these
 * can never happen here, and has its test. Recurring posts that fire together have theirs with the recurrences, and
 * what a machine that slept does with the past hour has its with the posts that wait for a person.
 */
import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { openAtelier } from '#domain/publishing/testing/open-atelier.ts'
import { openTestDesk } from '#support/desk.ts'
import { type Kind, KINDS } from './ground/connectors.ts'
import { openStand } from './ground/open-stand.ts'

const stand = await openStand()
const { camille, ground, script, clock } = stand

beforeEach(async () => {
  script.clear()
  clock.advance(2 * 86_400_000)
  await stand.work()
})

const timesOnNetwork = (text: string) =>
  Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      ground.posts.filter((post) => post.account === kind && post.text === text).length,
    ]),
  ) as Record<Kind, number>

const once = Object.fromEntries(KINDS.map((kind) => [kind, 1]))
const never = Object.fromEntries(KINDS.map((kind) => [kind, 0]))

/** Two days of whatever happens. */
async function days(): Promise<void> {
  for (let hour = 0; hour < 48; hour++) await stand.after(3600)
}

describe('posted twice, or in a loop (postiz-app#1321, #1813, #1681)', () => {
  test('whatever is lost, however long the network cannot be read', async () => {
    stand.tell('publish', ...Array.from({ length: 30 }, () => 'reset-after' as const))
    stand.tell('read', ...Array.from({ length: 5 }, () => '503' as const))
    const { text } = await stand.post('En boucle ?')
    await stand.work()
    await days()
    expect(timesOnNetwork(text)).toEqual(once)
  })

  test('when its worker dies over it again and again', async () => {
    const { text } = await stand.post('Trois morts')
    for (let death = 0; death < 3; death++) {
      for (let n = 0; n < KINDS.length; n++) await stand.dies()
      clock.advance(31_000)
    }
    await stand.pass()
    expect(Object.values(timesOnNetwork(text)).every((times) => times <= 1)).toBe(true)
    // By each network that can be asked; of the last one a person is.
    expect(timesOnNetwork(text)).toEqual({ ...once, none: 0 })
  })

  test('when it is scheduled twice, published now twice, or retried by two people at once', async () => {
    const post = await stand.post('Deux clics')
    const again = () => camille.post(`/posts/${post.id}/schedule`, { version: post.version })
    await Promise.all([again(), again(), stand.work(), again()])
    const [delivery] = await stand.deliveries(post, 'read-back')
    await Promise.all([1, 2].map(() => camille.post(`/deliveries/${delivery?.id}/retry`)))
    await stand.pass()
    expect(timesOnNetwork('Deux clics')).toEqual(once)
  })
})

test('called failed although it is there (#1681)', async () => {
  stand.tell('publish', '500-after')
  const post = await stand.post('Faux échec')
  await stand.pass()
  for (const kind of KINDS) {
    const [delivery] = await stand.deliveries(post, kind)
    expect(delivery?.state).toBe(kind === 'none' ? 'unknown' : 'published')
  }
})

test('called a success although nothing was posted (#989, #1296)', async () => {
  // A page that says "It works!", and nothing was done.
  stand.tell('publish', 'nonsense')
  const post = await stand.post('Faux succès')
  await stand.work()
  for (const kind of KINDS) {
    const [delivery] = await stand.deliveries(post, kind)
    expect([kind, delivery?.state]).not.toEqual([kind, 'published'])
  }
  await stand.pass()
  expect(timesOnNetwork('Faux succès')).toEqual({ ...once, none: 0 })
})

describe('stuck in the queue without a word (#1259, #1724, #1512)', () => {
  test('whatever becomes of it, two days after its hour it has left or says why not', async () => {
    stand.tell('publish', ...Array.from({ length: 200 }, () => '503' as const))
    const post = await stand.post('Bloquée ?')
    await stand.work()
    await days()
    for (const kind of KINDS) {
      const [delivery] = await stand.deliveries(post, kind)
      expect(delivery?.state).toBe('failed')
      expect(delivery?.trouble).toContain('more than a day ago')
      expect(delivery?.actions).toContain('retry')
    }
  })

  test('while it is tried, its story tells what the network said each time', async () => {
    stand.tell('publish', '503', 'reset-before')
    const post = await stand.post('Son histoire')
    await stand.pass()
    const [delivery] = await stand.deliveries(post, 'read-back')
    const sentences = delivery?.attempts.map(({ sentence }) => sentence) ?? []
    expect(sentences[0]).toContain('nothing was published')
    expect(sentences[1]).toContain('it may have been published')
    expect(sentences.at(-1)).toContain('accepted it')
  })

  test('a program can read it, and send it again', async () => {
    stand.tell('publish', 'revoked')
    const post = await stand.post('Par programme')
    await stand.work()
    const { body: key } = await camille.post('/keys', {
      name: 'CI',
      scopes: ['posts:read', 'posts:write', 'posts:publish', 'channels:write'],
    })
    const program = stand.stranger.with({ authorization: `Bearer ${key.key}` })
    const { body } = await program.get(`/posts/${post.id}`)
    expect(body.deliveries).toHaveLength(KINDS.length)
    for (const kind of KINDS) {
      ground.pardon(kind)
      await stand.connect(kind)
    }
    for (const { id } of body.deliveries) {
      expect((await program.post(`/deliveries/${id}/retry`)).status).toBe(200)
    }
    await stand.pass()
    expect(timesOnNetwork('Par programme')).toEqual(once)
  })
})

describe('published although it was deleted, or as it was before the edit (#1213)', () => {
  const tomorrow = () => new Date(clock.now().getTime() + 86_400_000).toISOString().slice(0, 16)

  async function waiting(text: string) {
    const { body: channels } = await camille.get<{ id: string }[]>('/channels')
    const variants = channels.map(({ id: channelId }) => ({ channelId }))
    const { body: draft } = await camille.post('/posts', { text, variants })
    const when = { version: draft.version, wallTime: tomorrow() }
    return (await camille.post(`/posts/${draft.id}/schedule`, when)).body
  }

  test('deleted, it never leaves', async () => {
    const post = await waiting('Supprimée')
    await camille.delete(`/posts/${post.id}`)
    await days()
    expect(timesOnNetwork('Supprimée')).toEqual(never)
  })

  test('deleted at the very minute it leaves: either it is refused, or nothing leaves', async () => {
    const post = await waiting('À la minute')
    clock.advance(Date.parse(post.scheduledAt) - clock.now().getTime() + 1000)
    const [{ status }] = await Promise.all([camille.delete(`/posts/${post.id}`), stand.work()])
    await stand.pass()
    const left = Object.values(timesOnNetwork('À la minute')).some((times) => times > 0)
    expect([status === 204 || status === 200, left]).toEqual(left ? [false, true] : [true, false])
  })

  test('edited, it leaves as it was edited, and only so', async () => {
    const post = await waiting('Avant')
    await camille.patch(`/posts/${post.id}`, { version: post.version, text: 'Après' })
    await days()
    expect([timesOnNetwork('Avant'), timesOnNetwork('Après')]).toEqual([never, once])
  })

  test('edited while a lost request may have taken it: refused until that is known', async () => {
    stand.tell('publish', 'reset-after')
    const post = await stand.post('Dans le doute')
    await stand.work()
    const { version } = (await camille.get(`/posts/${post.id}`)).body
    const edited = await camille.patch(`/posts/${post.id}`, { version, text: 'Autrement' })
    expect(edited.status).toBe(409)
    await stand.pass()
    expect(timesOnNetwork('Dans le doute')).toEqual(once)
  })
})

describe('moved to 23:59, or an hour early (#1954)', () => {
  test('moved to another day, it leaves at the hour asked for; moved into the past, it is refused', async () => {
    const { body: channels } = await camille.get<{ id: string }[]>('/channels')
    const variants = channels.map(({ id: channelId }) => ({ channelId }))
    const { body: draft } = await camille.post('/posts', { text: 'À neuf heures', variants })
    const day = (n: number) =>
      new Date(clock.now().getTime() + n * 86_400_000).toISOString().slice(0, 10)
    const at = (n: number) => ({ wallTime: `${day(n)}T09:00` })
    const url = `/posts/${draft.id}`
    await camille.post(`${url}/schedule`, { version: draft.version, ...at(3) })
    const moved = await camille.post(`${url}/move`, { version: draft.version + 1, ...at(5) })
    expect(moved.body.wallTime).toBe(`${day(5)}T09:00`)
    const back = await camille.post(`${url}/move`, { version: moved.body.version, ...at(-1) })
    expect([back.status, back.body.code]).toEqual([422, 'post.past_time'])
    expect((await camille.get(url)).body.wallTime).toBe(`${day(5)}T09:00`)
  })

  test.each(['UTC', 'America/New_York', 'Pacific/Kiritimati'])(
    'on a machine that lives in %s, nine o’clock in Paris is nine o’clock in Paris',
    async (zone) => {
      const home = process.env['TZ']
      process.env['TZ'] = zone
      try {
        const { body: draft } = await camille.post('/posts', {
          text: `Fuseau ${zone}`,
          variants: [{ channelId: (await camille.get<{ id: string }[]>('/channels')).body[0]?.id }],
        })
        const year = clock.now().getUTCFullYear() + 1
        const scheduled = await camille.post(`/posts/${draft.id}/schedule`, {
          version: draft.version,
          wallTime: `${year}-07-01T09:00`,
          timeZone: 'Europe/Paris',
        })
        expect(scheduled.body.deliveries[0].dueAt).toBe(`${year}-07-01T07:00:00.000Z`)
      } finally {
        if (home === undefined) delete process.env['TZ']
        else process.env['TZ'] = home
      }
    },
  )
})

describe('an account dropped because the network blinked, or access lost by connecting again (#1884)', () => {
  const states = async () =>
    new Set((await camille.get<{ state: string }[]>('/channels')).body.map(({ state }) => state))

  test('a network that is down when access is renewed says nothing of the access', async () => {
    stand.tell('publish', 'expired')
    stand.tell('renew', '503', 'reset-before', '500', 'timeout-before')
    await stand.post('Réseau clignotant')
    await stand.work()
    expect(await states()).toEqual(new Set(['connected']))
    for (let n = 0; n < 4; n++) await stand.pass()
    expect(timesOnNetwork('Réseau clignotant')).toEqual(once)
    expect(await states()).toEqual(new Set(['connected']))
  })

  test('connected again, its access can still be renewed', async () => {
    for (const kind of KINDS) {
      await stand.connect(kind)
      ground.end(kind, 'expired')
    }
    await stand.post('Après reconnexion')
    await stand.work()
    expect(timesOnNetwork('Après reconnexion')).toEqual(once)
  })
})

test('a failed connection without a reason (#918, #1580, #1318)', async () => {
  const desk = await openTestDesk()
  const owner = await desk.signUp()
  const refused = await owner.with({ 'accept-language': 'fr' }).post('/channels', {
    connectorId: 'bluesky',
    fields: { handle: 'atelier-morel.bsky.social', appPassword: 'mon mot de passe' },
  })
  expect(refused.status).toBe(422)
  expect(refused.body.errors).toMatchObject([
    { pointer: '/fields/appPassword', detail: expect.stringMatching(/mot de passe/) },
  ])
})

test('a sign-in over plain http that loops (#665, #422)', async () => {
  const desk = await openTestDesk()
  await desk.signUp()
  const origin = await desk.listen()
  const json = { 'content-type': 'application/json', origin }
  const person = { email: 'camille@atelier-morel.example', password: 'une chaise en chêne' }
  const signedIn = await fetch(`${origin}/api/v1/sign-in`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(person),
  })
  const [cookie = ''] = signedIn.headers.getSetCookie()
  // A browser keeps no Secure cookie that came by http: one would be asked to sign in for ever.
  expect([signedIn.ok, /;\s*secure/i.test(cookie)]).toEqual([true, false])
  const me = await fetch(`${origin}/api/v1/session`, {
    headers: { cookie: cookie.split(';')[0] ?? '' },
  })
  expect(await me.json()).toMatchObject({ user: { email: person.email } })
})

describe('pictures that a network cannot fetch, found out too late (#946, #928, #814)', () => {
  test('leave as bytes, never as an address of this machine', async () => {
    const atelier = await openAtelier()
    const bytes = await sharp({
      create: { width: 40, height: 30, channels: 3, background: '#963' },
    })
      .png()
      .toBuffer()
    const { body } = await atelier.camille.upload('/media', {
      name: 'table.png',
      type: 'image/png',
      bytes,
    })
    await atelier.scheduled('Une table', undefined, { mediaIds: [body.id] })
    await atelier.settle()
    const [image] = atelier.board.pinned[0]?.images ?? []
    expect(image?.bytes.length).toBeGreaterThan(50)
    expect(Object.keys(image ?? {}).filter((name) => /url|link|address/i.test(name))).toEqual([])
  })
})
