import type { AddressInfo } from 'node:net'
import pg from 'pg'
import type { Page } from 'playwright-core'
import { SMTPServer } from 'smtp-server'
import { afterAll, describe, expect, test } from 'vitest'
import { axe } from './accessibility.ts'
import { useDesk } from './desk.ts'
import { useNewspaper } from './feed.ts'
import { signUp, sofia, storageOf } from './sign-up.ts'
import { useVisits } from './visit.ts'

/** The mail server of the desk, and when each letter reached it. */
const taken: { to: string; content: string; at: number }[] = []
const server = new SMTPServer({
  hideSTARTTLS: true,
  authOptional: true,
  disableReverseLookup: true,
  closeTimeout: 100,
  onData(stream, { envelope }, done) {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => {
      const content = Buffer.concat(parts).toString()
      taken.push({ to: envelope.rcptTo[0]?.address ?? '', content, at: Date.now() })
      done()
    })
  },
})
await new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', () => resolve())
})
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))
const { port } = server.server.address() as AddressInfo

describe('a storm around the workshop', () => {
  const newspaper = useNewspaper()
  const desk = useDesk(() => ({
    VIGIE_ALLOW_PRIVATE_HOSTS: '127.0.0.1',
    VIGIE_SMTP_URL: `smtp://127.0.0.1:${port}`,
  }))
  const visits = useVisits(desk)

  test('is told by mail and in the desk while Sofia looks at something else, and is hers to decide', async () => {
    const page = await visits.open('/')
    await signUp(page)
    const query = await listen(page, newspaper().feedUrl)
    await liveThreeWeeks(desk().databaseUrl, query)

    await page.goto(`${desk().url}/alerts`)
    await page.getByText('Nothing out of the ordinary').or(page.getByText('No alert yet')).waitFor()
    await page.goto(`${desk().url}/calendar`)
    for (let i = 1; i <= 30; i++) {
      const text = `Le vernis des berceaux Morel serait toxique : rappel demandé par ${i} familles`
      newspaper().publish({ title: 'Berceaux Morel, un rappel', text })
    }
    await readNow(page)

    await page.getByRole('link', { name: '1 alert', exact: true }).click({ timeout: 60_000 })
    await page.getByRole('link', { name: 'Notre nom' }).click()
    await page.getByRole('heading', { name: 'What changed' }).waitFor()
    await page.getByText('berceaux').first().waitFor()
    expect(await axe(page)).toEqual([])

    await expect.poll(() => taken.length, { timeout: 60_000 }).toBe(1)
    expect(taken[0]?.to).toBe(sofia.email)
    const keptAt = await latestFound(desk().databaseUrl)
    expect((taken[0]?.at ?? Infinity) - keptAt).toBeLessThan(120_000)

    await page.getByRole('button', { name: 'I’ll handle it' }).click()
    await page.getByText('Sofia Benali is on it').waitFor()
    await page.getByRole('button', { name: 'Close…' }).click()
    await page.getByRole('menuitem', { name: 'Something did happen' }).click()
    await page.getByText('Closed by Sofia Benali: it was real').waitFor()
    expect(taken).toHaveLength(1)
  }, 60_000)

  test('finds at hand the people to call and what was agreed, in French, on a phone, in the dark', async () => {
    const page = await visits.open('/')
    await signIn(page)
    await page.goto(`${desk().url}/alerts?set=yes`)
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name: 'Add a person' }).click()
    await sheet.getByLabel('Name').fill('Yanis Morel')
    await sheet.getByLabel('Reason to call').fill('Atelier')
    await sheet.getByLabel('Phone').fill('06 12 34 56 78')
    await sheet.getByLabel('What we agreed to do').fill('Personne ne répond avant Yanis.')
    expect(await axe(page)).toEqual([])
    await sheet.getByRole('button', { name: 'Save' }).click()
    await sheet.waitFor({ state: 'detached' })

    const storage = await storageOf(page)
    const phone = await visits.open('/alerts', {
      language: 'fr',
      theme: 'dark',
      width: 390,
      storage,
    })
    await phone.getByRole('link', { name: 'Notre nom' }).click()
    await phone.getByText('Personne ne répond avant Yanis.').waitFor()
    await phone.getByRole('link', { name: '06 12 34 56 78' }).waitFor()
    expect(await axe(phone)).toEqual([])
    await phone.getByRole('link', { name: 'Suspendre tout ce qui est programmé…' }).click()
    await phone.getByRole('dialog').waitFor()
  }, 60_000)

  test('and one threat is told by itself, unless she asks not to be', async () => {
    const page = await visits.open('/')
    await signIn(page)
    const text = 'Payez-moi 500 euros ou je publie les factures de l’atelier Morel.'
    newspaper().publish({ title: 'Au corbeau', text })
    await readNow(page)
    await page.goto(`${desk().url}/alerts`)
    await page.getByRole('link', { name: 'Threat or blackmail' }).click({ timeout: 60_000 })
    await page.getByText('1 post reads like a threat or blackmail').waitFor()
    await page.getByRole('blockquote').getByText(text).waitFor()
    expect(await axe(page)).toEqual([])

    const phone = await visits.open('/alerts?set=yes', {
      language: 'fr',
      theme: 'dark',
      width: 390,
      storage: await storageOf(page),
    })
    const sheet = phone.getByRole('dialog')
    await sheet.getByRole('link', { name: /Menace ou chantage · 1 / }).waitFor()
    const wanted = sheet.getByRole('checkbox', { name: 'Menace ou chantage' })
    expect(await wanted.isChecked()).toBe(true)
    expect(await axe(phone)).toEqual([])
    await wanted.click()
    await sheet.getByRole('button', { name: 'Enregistrer' }).click()
    await sheet.waitFor({ state: 'detached' })
    const headers = await headersOf(phone)
    const kept = await (await phone.request.get('/api/v1/alerts/settings', { headers })).json()
    expect(kept.risks).toEqual(['leak', 'impostor'])
  }, 60_000)
})

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill(sofia.email)
  await page.getByLabel('Password', { exact: true }).fill(sofia.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('link', { name: 'Listening' }).first().waitFor()
}

/** Saves a query and listens to a feed, as the screens do. @returns the id of the query */
async function listen(page: Page, url: string): Promise<string> {
  const headers = await headersOf(page)
  const data = { name: 'Notre nom', expression: 'morel' }
  const saved = await page.request.post('/api/v1/queries', { headers, data })
  const source = { connectorId: 'rss', settings: { url } }
  await page.request.post('/api/v1/sources', { headers, data: source })
  return (await saved.json()).id
}

async function readNow(page: Page): Promise<void> {
  const headers = await headersOf(page)
  const [source] = await (await page.request.get('/api/v1/sources', { headers })).json()
  await page.request.post(`/api/v1/sources/${source.id}/read`, { headers, data: {} })
}

async function headersOf(page: Page) {
  await page.waitForFunction(() => localStorage.getItem('vigie.company') !== null)
  const company = await page.evaluate(() => localStorage.getItem('vigie.company') ?? '')
  return { 'vigie-company': company }
}

/** What three weeks of listening leave: a mention every eight hours. */
async function liveThreeWeeks(databaseUrl: string, query: string): Promise<void> {
  await onDatabase(databaseUrl, async (db) => {
    await db.query(`update sources set created_at = now() - interval '21 days'`)
    const past = `now() - interval '21 days'`
    await db.query(`update saved_queries set created_at = ${past}, updated_at = ${past}`)
    await db.query(`
      insert into mentions (id, company_id, source_id, connector_id, remote_id, url, canonical_url, text, at)
      select gen_random_uuid(), s.company_id, s.id, s.connector_id, 'old' || n, 'https://journal.example/' || n,
        'https://journal.example/' || n, 'Une table de l’atelier Morel', now() - n * interval '8 hours'
      from sources s, generate_series(1, 62) n`)
    await db.query(
      `insert into mention_hits (company_id, mention_id, query_id)
       select company_id, id, $1 from mentions where remote_id like 'old%'`,
      [query],
    )
  })
}

function latestFound(databaseUrl: string): Promise<number> {
  return onDatabase(databaseUrl, async (db) => {
    const { rows } = await db.query<{ at: Date }>('select max(found_at) as at from mentions')
    return rows[0]?.at.getTime() ?? 0
  })
}

async function onDatabase<T>(url: string, work: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  try {
    return await work(db)
  } finally {
    await db.end()
  }
}
