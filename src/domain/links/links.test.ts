import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '#support/caller.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'

const browser = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
  accept: 'text/html',
  'accept-language': 'fr-FR,fr;q=0.9',
}

let atelier: TestDesk
let camille: Caller

beforeAll(async () => {
  atelier = await openTestDesk({ now: '2026-11-23T09:00:00+01:00' })
  camille = await atelier.signUp()
})

async function newLink(target = 'https://atelier-morel.example/chaises') {
  const { body } = await camille.post('/links', { target })
  return body as { id: string; code: string; url: string; target: string }
}

const click = (code: string, headers = {}) =>
  atelier.stranger.get(`/l/${code}`, { ...browser, ...headers })

async function clicksOf(id: string) {
  return (await camille.get(`/links/${id}`)).body.clicks
}

describe('a short link', () => {
  it('leads where Camille said, and cannot be remembered by browsers on the way', async () => {
    const { code } = await newLink()
    const { status, headers } = await click(code)
    expect(status).toBe(302)
    expect(headers['location']).toBe('https://atelier-morel.example/chaises')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['x-robots-tag']).toBe('noindex')
  })

  it('leads nowhere else, whatever is added to it', async () => {
    const { code } = await newLink()
    for (const tail of [
      '?to=https://evil.example',
      '?url=//evil.example',
      '/',
      '#https://evil.example',
    ]) {
      const { headers } = await click(code + tail)
      expect(headers['location']).toBe('https://atelier-morel.example/chaises')
    }
    expect((await click(`${code}/https://evil.example`)).headers['location']).toBeUndefined()
  })

  it('is understood in capitals and with a full stop behind', async () => {
    const { code } = await newLink()
    expect((await click(code.toUpperCase())).status).toBe(302)
    expect((await click(`${code}.`)).status).toBe(302)
  })

  it('carries campaign tags when a source is given', async () => {
    const { body, status } = await camille.post('/links', {
      target: 'https://atelier-morel.example/soldes?bois=chêne#avis',
      source: 'Lettre de novembre',
      medium: 'email',
      campaign: 'Soldes d’hiver',
    })
    expect(status).toBe(201)
    expect(body.target).toBe(
      'https://atelier-morel.example/soldes?bois=chêne&utm_source=lettre-de-novembre&utm_medium=email&utm_campaign=soldes-d-hiver#avis',
    )
  })

  it('redirects to an address with accents by its encoded form', async () => {
    const { code } = await newLink('https://мебель.example/chêne?déjà=%c3%a0')
    expect((await click(code)).headers['location']).toBe(
      'https://xn--90ahbyb4h.example/ch%C3%AAne?d%C3%A9j%C3%A0=%c3%a0',
    )
  })

  it.each(['javascript:alert(1)', 'ftp://atelier-morel.example', 'atelier-morel.example', '   '])(
    'is refused for %s, by the field',
    async (target) => {
      const { status, body } = await camille.post('/links', { target })
      expect(status).toBe(422)
      expect(body.errors[0].pointer).toBe('/target')
    },
  )

  it('is made once when the same request comes twice', async () => {
    const key = { 'idempotency-key': 'affiche-vitrine' }
    const target = 'https://atelier-morel.example/affiche'
    const first = await camille.post('/links', { target }, key)
    const again = await camille.post('/links', { target }, key)
    expect(again.body.code).toBe(first.body.code)
  })
})

describe('a link that does not exist', () => {
  it('says so to people, in their language', async () => {
    const french = await click('2222222')
    expect(french.status).toBe(404)
    expect(french.headers['content-type']).toContain('text/html')
    expect(french.body).toContain('<html lang="fr">')
    expect(french.body).toContain('Ce lien ne mène nulle part')
    const english = await click('2222222', { 'accept-language': 'en-GB' })
    expect(english.body).toContain('This link leads nowhere')
  })

  it.each(['..%2f..%2fetc', 'a'.repeat(90), '%00', '<script>', 'favicon.ico'])(
    'is answered as quietly for %s',
    async (code) => {
      const { status, body } = await click(code)
      expect(status).toBe(404)
      expect(body).not.toContain('<script>')
    },
  )
})

describe('clicks', () => {
  it('are counted by what they were', async () => {
    const { id, code } = await newLink()
    await click(code)
    await click(code)
    await click(code, { 'user-agent': 'facebookexternalhit/1.1' })
    await click(code, { 'user-agent': 'curl/8.5.0' })
    await click(code, { 'sec-purpose': 'prefetch' })
    expect(await clicksOf(id)).toEqual({ human: 1, preview: 2, bot: 1, repeat: 1 })
  })

  it('are explained in the reader’s language', async () => {
    const { id, code } = await newLink()
    await click(code, { 'user-agent': 'facebookexternalhit/1.1' })
    const { body } = await camille.get(`/links/${id}`, { 'accept-language': 'fr' })
    expect(body.reasons).toEqual([
      {
        verdict: 'preview',
        reason: 'preview-fetcher',
        count: 1,
        sentence: 'Facebook a lu la page pour en dessiner l’aperçu',
      },
    ])
  })

  it('of one person in one moment count once, even when they come together', async () => {
    const { id, code } = await newLink()
    await Promise.all(Array.from({ length: 8 }, () => click(code)))
    expect(await clicksOf(id)).toMatchObject({ human: 1, repeat: 7 })
  })

  it('of two browsers behind one address count twice', async () => {
    const { id, code } = await newLink()
    await click(code)
    await click(code, { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)' })
    expect(await clicksOf(id)).toMatchObject({ human: 2, repeat: 0 })
  })

  it('of HEAD requests are kept as previews', async () => {
    const { id, code } = await newLink()
    const answer = await atelier.open.server.inject({
      method: 'HEAD',
      url: `/l/${code}`,
      headers: browser,
    })
    expect(answer.statusCode).toBe(302)
    expect(answer.headers.location).toBe('https://atelier-morel.example/chaises')
    expect(await clicksOf(id)).toEqual({ human: 0, preview: 1, bot: 0, repeat: 0 })
  })

  it('are shown by day of the company, and by the site they came from', async () => {
    const { id, code } = await newLink()
    // Half past midnight in Lyon is still the day before in UTC.
    atelier.clock.set('2026-11-24T00:30:00+01:00')
    await click(code, { referer: 'https://www.exemple.fr/une/page?qui=moi' })
    atelier.clock.set('2026-11-24T10:00:00+01:00')
    await click(code)
    const { body } = await camille.get(`/links/${id}`)
    expect(body.days).toEqual([{ day: '2026-11-24', human: 2, preview: 0, bot: 0, repeat: 0 }])
    expect(body.referrers).toContainEqual({ host: 'www.exemple.fr', count: 1 })
    expect(body.timeZone).toBe('Europe/Paris')
  })

  it('are announced to the screens, once for many', async () => {
    const listener = new pg.Client({ connectionString: atelier.databaseUrl })
    await listener.connect()
    await listener.query('listen vigie_events')
    const heard: string[] = []
    listener.on('notification', ({ payload }) => heard.push(JSON.parse(payload ?? '{}').name))
    const { code } = await newLink()
    await Promise.all(Array.from({ length: 20 }, () => click(code)))
    await expect.poll(() => heard.length, { timeout: 5_000 }).toBeGreaterThan(0)
    expect(heard.filter((name) => name === 'click.recorded').length).toBeLessThanOrEqual(2)
    await listener.end()
  })
})

describe('who clicked', () => {
  it('is kept nowhere: neither address nor browser', async () => {
    const { code } = await newLink()
    await click(code, { 'user-agent': 'Mozilla/5.0 (Unmistakable)', accept: 'text/html' })
    const client = new pg.Client({ connectionString: atelier.databaseUrl })
    await client.connect()
    const { rows } = await client.query('select c::text as everything from clicks c')
    await client.end()
    expect(rows.length).toBeGreaterThan(0)
    const everything = JSON.stringify(rows)
    expect(everything).not.toContain('127.0.0.1')
    expect(everything).not.toContain('Unmistakable')
  })

  it('cannot be told the next day: the secret of the day is destroyed', async () => {
    const { code } = await newLink()
    await click(code)
    const salts = atelier.open.jobs.find((job) => job.name === 'links.salts')
    const midnight = new Date(`${atelier.clock.now().toISOString().slice(0, 10)}T00:00:00Z`)
    expect(await salts?.nextDue()).toEqual(new Date(midnight.getTime() + 86_400_000))
    expect(await salts?.runDue()).toBe(0)
    atelier.clock.advance(86_400_000)
    expect(await salts?.runDue()).toBe(1)
    expect(await salts?.nextDue()).toBeNull()
  })
})

describe('the list of links', () => {
  it('comes in pages, latest first, each link once', async () => {
    const made: string[] = []
    for (let i = 0; i < 5; i++) {
      atelier.clock.advance(1_000)
      made.unshift((await newLink(`https://atelier-morel.example/page-${i}`)).code)
    }
    const first = (await camille.get('/links?limit=3')).body
    const second = (await camille.get(`/links?limit=3&after=${first.next}`)).body
    const codes = [...first.items, ...second.items].map((link: { code: string }) => link.code)
    expect(codes.slice(0, 5)).toEqual(made)
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('is closed to strangers', async () => {
    expect((await atelier.stranger.get('/links')).status).toBe(401)
  })

  it('does not show the links of another company', async () => {
    const { id } = await newLink()
    const company = { name: 'Maison Sofia', language: 'fr', timeZone: 'Europe/Paris' }
    const other = camille.of((await camille.post('/companies', company)).body.id)
    expect((await other.get(`/links/${id}`)).status).toBe(404)
    expect((await other.get('/links')).body.items).toEqual([])
  })
})
