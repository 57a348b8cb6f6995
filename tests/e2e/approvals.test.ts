import type { Page } from 'playwright-core'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, openPool } from '#platform/db/database.ts'
import { hire } from '#support/hire.ts'
import { axe } from './accessibility.ts'
import { openComposer } from './compose.ts'
import { useDesk } from './desk.ts'
import { openThePracticeShop } from './practice-shop.ts'
import { sofia as owner } from './sign-up.ts'
import { useVisits } from './visit.ts'

const TEXT = 'Le buffet de Sofia : 980 € seulement, pièce unique !!!'
const BETTER = 'Le buffet en merisier, pièce unique : 980 €.'

describe('approvals, in the practice shop', () => {
  const desk = useDesk()
  const visits = useVisits(desk)
  let pool: ReturnType<typeof openPool> | undefined
  let shop = ''

  /** The shop is opened by its owner; a contributor and a reviewer join it. */
  beforeEach(async () => {
    if (shop) return
    const page = await visits.open('/')
    await openThePracticeShop(page)
    shop = await companyOf(page)
    pool = openPool(desk().databaseUrl, 2)
    const db = openDatabase(pool)
    await hire(db, { name: 'Yanis Haddad', email: 'yanis@atelier.example' }, 'contributor')
    await hire(db, { name: 'Léa Roux', email: 'lea@atelier.example' }, 'reviewer')
    await pool.query('update memberships set company_id = $1 where role in ($2, $3)', [
      shop,
      'contributor',
      'reviewer',
    ])
  }, 120_000)
  afterAll(() => pool?.end())

  test('Yanis submits, Léa asks for changes on some words, he edits, she approves, it leaves', async () => {
    const yanis = await signIn('yanis@atelier.example')
    await writeAndSubmit(yanis, TEXT)

    const lea = await signIn('lea@atelier.example')
    await lea.getByRole('link', { name: /to approve/ }).click()
    const proof = lea.getByRole('article').filter({ hasText: TEXT })
    await proof.waitFor()
    expect(await axe(lea)).toEqual([])
    await choose(proof.getByText(TEXT), '!!!')
    await proof.getByRole('button', { name: 'Ask for changes' }).click()
    await proof.getByText('About').waitFor()
    await proof.getByRole('textbox', { name: 'What should change' }).fill('Sans crier.')
    await proof.getByRole('button', { name: 'Send the request' }).click()
    await lea.getByText('Yanis Haddad is told what to change.').first().waitFor()

    await open(yanis, TEXT)
    const composer = yanis.getByRole('dialog')
    await composer.getByText('Sans crier.').first().waitFor()
    await composer.getByRole('button', { name: '!!!' }).click()
    const words = composer.getByRole('textbox', { name: 'Text of the post' })
    expect(await words.evaluate(selected)).toBe('!!!')
    expect(await axe(yanis)).toEqual([])
    await words.fill(BETTER)
    await composer.getByText('These words are no longer in the text').waitFor()
    await composer.getByRole('button', { name: /^Submit again/ }).click()
    await composer.waitFor({ state: 'hidden' })

    const again = lea.getByRole('article').filter({ hasText: BETTER })
    await again.waitFor()
    await again.focus()
    await approveByKey(lea, BETTER)
    await leaves(yanis, BETTER)
  }, 240_000)

  test('somebody outside approves on a phone by a link; an edit after that voids it', async () => {
    const boss = await signIn(owner.email, owner.password)
    await openComposer(boss)
    const text = 'Une table ronde, quatre chaises : l’ensemble Rhône.'
    await write(boss, text)
    const composer = boss.getByRole('dialog')
    await composer.getByRole('button', { name: 'Ask someone outside…' }).click()
    await composer.getByLabel('Their name').fill('Claire Vidal')
    await composer.getByLabel('Their e-mail').fill('claire@client.example')
    await composer.getByRole('button', { name: 'Create the link' }).click()
    await composer.getByText('Not opened yet').waitFor()
    await composer.getByRole('button', { name: /^Submit for approval: / }).click()
    await composer.waitFor({ state: 'hidden' })

    const phone = await (await visits.context({ width: 390, language: 'fr' })).newPage()
    await phone.goto(await addressOfLink(boss))
    await phone.getByText(text).waitFor()
    expect(await axe(phone)).toEqual([])
    const approve = phone.getByRole('button', { name: 'Valider' })
    const box = await approve.boundingBox()
    // Under a thumb: tall enough, and in the lower half of what the page shows of it.
    expect(box?.height).toBeGreaterThanOrEqual(44)
    await approve.tap()
    await phone.getByText('Vous l’avez validée. Merci.').waitFor()

    await open(boss, text)
    await composer.getByText('Approved: it goes out on time.').waitFor()
    await composer.getByRole('textbox', { name: 'Text of the post' }).fill(`${text} Soldée.`)
    await composer.getByText('Saving this voids the approval of Claire Vidal.').waitFor()
    await composer.getByRole('button', { name: /^Submit again/ }).click()
    await composer.waitFor({ state: 'hidden' })
    await phone.reload()
    await phone.getByText('Elle a changé depuis votre validation').waitFor()
    const post = await find(boss, 'Soldée')
    expect(post).toMatchObject({ status: 'in-review', deliveries: [{ holds: ['approval'] }] })
  }, 240_000)

  async function signIn(email: string, password = owner.password): Promise<Page> {
    const page = await visits.open('/sign-in')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('navigation', { name: 'Main' }).first().waitFor()
    // The owner has another company as well.
    await page.evaluate((id) => {
      for (const storage of [sessionStorage, localStorage]) storage.setItem('vigie.company', id)
    }, shop)
    await page.reload()
    await page.getByRole('navigation', { name: 'Main' }).first().waitFor()
    return page
  }
})

async function companyOf(page: Page): Promise<string> {
  const { companies } = await (await page.request.get('/api/v1/session')).json()
  return companies.find((one: { practice: boolean }) => one.practice).id
}

/** Writes for the account of the shop that takes words. */
async function write(page: Page, text: string) {
  await page.getByRole('textbox', { name: 'Text of the post' }).fill(text)
  const chips = page.getByRole('dialog').getByRole('button', { name: /atelier|morel/i })
  await chips.first().click()
}

/** For two minutes from now: long enough to be read, and soon enough to be seen leaving. */
async function writeAndSubmit(page: Page, text: string) {
  await openComposer(page)
  await write(page, text)
  const composer = page.getByRole('dialog')
  await composer.getByText('What you schedule is reviewed first.').waitFor()
  const soon = new Date(Date.now() + 150_000)
  const [day = '', time = ''] = soon
    .toLocaleString('sv-SE', { timeZone: 'Europe/Paris' })
    .split(' ')
  await composer.getByLabel('Day').fill(day)
  await composer.getByLabel('Hour').fill(time.slice(0, 5))
  await composer.getByRole('button', { name: /^Submit for approval: / }).click()
  await composer.waitFor({ state: 'hidden' })
}

/** Chooses words of a text as a mouse would. */
async function choose(text: ReturnType<Page['getByText']>, words: string) {
  await text.evaluate((element, quote) => {
    const node = element.firstChild
    const start = node?.textContent?.indexOf(quote) ?? -1
    if (!node || start < 0) throw new Error('the words are not there')
    window.getSelection()?.setBaseAndExtent(node, start, node, start + quote.length)
  }, words)
}

const selected = (element: Element) => {
  const { value, selectionStart, selectionEnd } = element as HTMLTextAreaElement
  return value.slice(selectionStart, selectionEnd)
}

async function find(page: Page, words: string) {
  const shop = await page.evaluate(() => localStorage.getItem('vigie.company') ?? '')
  const headers = { 'vigie-company': shop }
  const range = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
  const path = `/api/v1/posts?from=${range(-1)}&to=${range(60)}`
  const list = await (await page.request.get(path, { headers })).json()
  const found = list.find((one: { excerpt: string }) => one.excerpt.includes(words))
  return (await page.request.get(`/api/v1/posts/${found.id}`, { headers })).json()
}

async function open(page: Page, words: string) {
  const { id } = await find(page, words)
  await page.goto(`/calendar?compose=${id}`)
  await page.getByRole('dialog').getByRole('textbox', { name: 'Text of the post' }).waitFor()
}

async function approveByKey(page: Page, words: string) {
  const proofs = page.getByRole('article')
  const current = page.locator('article[aria-current]')
  for (let n = await proofs.count(); n > 0; n--) {
    if (await current.filter({ hasText: words }).count()) break
    await page.keyboard.press('j')
  }
  await page.keyboard.press('a')
  await page.getByText('Approved. Yanis Haddad is told.').first().waitFor()
}

async function leaves(page: Page, words: string) {
  const status = async () => (await find(page, words)).status
  await expect.poll(status, { timeout: 180_000, interval: 1000 }).toMatch(/^published$|^held$/)
  expect(await status()).toBe('published')
}

async function addressOfLink(page: Page): Promise<string> {
  const shop = await page.evaluate(() => localStorage.getItem('vigie.company') ?? '')
  const headers = { 'vigie-company': shop }
  const [link] = await (await page.request.get('/api/v1/review-links', { headers })).json()
  return new URL(link.url).pathname
}
