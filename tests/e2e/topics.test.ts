import pg from 'pg'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axe } from './accessibility.ts'
import { useDesk } from './desk.ts'
import { useNewspaper } from './feed.ts'
import { signUp, storageOf } from './sign-up.ts'
import { useVisits } from './visit.ts'

const SHOTS = process.env['VIGIE_SHOTS']

describe('a month of listening', () => {
  const newspaper = useNewspaper()
  const desk = useDesk(() => ({ VIGIE_ALLOW_PRIVATE_HOSTS: newspaper().host }))
  const visits = useVisits(desk)

  test('shows Sofia what is new, and what nobody had searched for, which she follows', async () => {
    const page = await visits.open('/')
    await signUp(page)
    const query = await listen(page, newspaper().feedUrl)
    await liveFiveWeeks(desk().databaseUrl, query)
    const headers = await headersOf(page)
    const told = async () => {
      const answer = await page.request.get('/api/v1/topics', { headers })
      return (await answer.json()).topics.length
    }
    // Mentions that nobody has read the terms of are read by a worker, a few at a time.
    await expect.poll(told, { timeout: 60_000 }).toBe(1)

    await page.goto(`${desk().url}/topics`)
    const news = page.getByRole('list', { name: 'New topics' })
    await news.getByText('toxic varnish').first().waitFor()
    await news.getByText('posts, usually 0').waitFor()
    await page.getByRole('heading', { name: 'Now and usually' }).waitFor()
    const unexpected = page.getByRole('list', { name: 'Unexpected topics' })
    await unexpected.getByText('sawmill strike').first().waitFor()
    expect(await axe(page)).toEqual([])
    if (SHOTS) await look(page)

    await page.getByLabel('Query').selectOption('Our name')
    await page.getByRole('heading', { name: 'Said alongside this query' }).waitFor()
    expect(new URL(page.url()).searchParams.get('query')).toBe(query)
    expect(await axe(page)).toEqual([])

    await unexpected.getByRole('link', { name: 'Follow this' }).click()
    const field = page.getByRole('dialog').getByLabel('Words to look for')
    await field.waitFor()
    await expect.poll(() => field.inputValue()).toContain('sawmill strike')
  }, 120_000)

  async function look(page: Page) {
    const storage = await storageOf(page)
    for (const [width, theme, language] of [
      [1440, 'light', 'en'],
      [1440, 'dark', 'fr'],
      [390, 'light', 'fr'],
    ] as const) {
      const shown = await visits.open('/topics', { language, width, theme, storage })
      await shown.getByText('sawmill strike').first().waitFor()
      await shown.screenshot({ path: `${SHOTS}/topics-${language}-${width}.png`, fullPage: true })
    }
  }
})

async function headersOf(page: Page) {
  await page.waitForFunction(() => localStorage.getItem('vigie.company') !== null)
  const company = await page.evaluate(() => localStorage.getItem('vigie.company') ?? '')
  return { 'vigie-company': company }
}

/** Saves a query and listens to a feed, as the screens do. @returns the id of the query */
async function listen(page: Page, url: string): Promise<string> {
  const headers = await headersOf(page)
  const data = { name: 'Our name', expression: 'morel' }
  const saved = await page.request.post('/api/v1/queries', { headers, data })
  const source = { connectorId: 'rss', settings: { url } }
  await page.request.post('/api/v1/sources', { headers, data: source })
  return (await saved.json()).id
}

/** What five weeks of listening leave: four mentions a day, and two days of a storm; beside them, what nobody looked for. */
async function liveFiveWeeks(databaseUrl: string, query: string): Promise<void> {
  const db = new pg.Client({ connectionString: databaseUrl })
  await db.connect()
  const things = `(array['bench','buffet','chair','chest','dresser','armchair','stool'])[1 + n % 7]`
  const looks = `(array['dark','oiled','painted','solid','waxed'])[1 + (n / 7) % 5]`
  const usual = `'Morel ' || ${things} || ', ' || ${looks} || ' oak, number ' || n`
  const storm = `'Morel cots have a toxic varnish, says the owner of one ' || ${looks} || ' ' || ${things}`
  const insert = (id: string, text: string, at: string, voice: string, count: number) => `
    insert into mentions (id, company_id, source_id, connector_id, remote_id, url, canonical_url, author, text, language, at)
    select gen_random_uuid(), s.company_id, s.id, s.connector_id, '${id}' || n, 'https://journal.example/${id}' || n,
      'https://journal.example/${id}' || n, jsonb_build_object('remoteId', ${voice}, 'name', ${voice}, 'handle', ${voice}),
      ${text}, 'en', ${at}
    from sources s, generate_series(1, ${count}) n`
  const heard = (id: string, terms: string, at: string, voice: string, count: number) => `
    insert into heard_terms (company_id, canonical_url, source_id, at, day, rank, voice, source_name, url, excerpt, terms)
    select s.company_id, 'https://trade.example/${id}' || n, s.id, ${at}, (${at})::date, n, ${voice}, 'Wood weekly',
      'https://trade.example/${id}' || n, array_to_string(${terms}, ' '), ${terms}
    from sources s, generate_series(1, ${count}) n`
  try {
    const past = `now() - interval '6 hours' - n * interval '6 hours'`
    const lately = `now() - n * interval '3 hours'`
    await db.query(insert('usual', usual, past, `'Person ' || n % 9`, 136))
    await db.query(insert('storm', storm, lately, `'Owner ' || n`, 14))
    await db.query(
      heard('usual', `array[${things}, ${looks}, 'wood ' || n]`, past, `'p' || n % 9`, 136),
    )
    await db.query(heard('storm', `array['sawmill strike', 'wood ' || n]`, lately, `'q' || n`, 14))
    await db.query(
      `insert into mention_hits (company_id, mention_id, query_id)
       select company_id, id, $1 from mentions where remote_id ~ '^(usual|storm)'`,
      [query],
    )
  } finally {
    await db.end()
  }
}
