import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { DuelView } from '#domain/duels/api.ts'
import { axe } from './accessibility.ts'
import { publishNow } from './compose.ts'
import { useDesk } from './desk.ts'
import { openThePracticeShop, type PracticeShop } from './practice-shop.ts'
import { useVisits } from './visit.ts'

describe('a product duel, from the question to what to order', () => {
  const desk = useDesk()
  const visits = useVisits(desk)
  let shop: PracticeShop | undefined

  async function visit(address: string): Promise<Page> {
    shop ??= await openThePracticeShop(await visits.open('/'))
    return visits.open(address, { storage: shop.storage })
  }

  /** Fills the form and lets the post leave; answers the page of the duel. */
  async function ask(page: Page, question: string, way: RegExp): Promise<void> {
    await page.getByLabel('Question').fill(question)
    for (const [place, name] of ['Oak', 'Walnut'].entries()) {
      const side = page.getByRole('group', {
        name: place === 0 ? 'First product' : 'Second product',
      })
      await side.getByLabel('What it is').fill(name)
      await side.getByRole('radio').nth(place).check()
    }
    await page.getByRole('radio', { name: way }).check()
    const accounts = page.getByRole('group', { name: 'Accounts that ask' })
    await accounts.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: 'Draft the post that asks' }).click()
    await page.getByRole('dialog').getByText(question).first().waitFor()
    await publishNow(page)
    await page.getByRole('heading', { name: question, level: 1 }).waitFor()
  }

  const close = async (page: Page) => {
    await page.getByRole('button', { name: 'Close the vote now' }).click()
    await page.getByText('Closed', { exact: true }).waitFor()
  }

  test('on a voting page: people choose on their phones, and the desk says which one to order', async () => {
    const page = await visit('/duels/new')
    await ask(page, 'Which bench for the window?', /On your own small voting page/)
    const address =
      (await page.getByRole('link', { name: 'See the voting page' }).getAttribute('href')) ?? ''

    const phone = await visits.open(address, { width: 390 })
    await phone.getByRole('heading', { name: 'Which bench for the window?' }).waitFor()
    expect(await axe(phone)).toEqual([])
    // In the language of the company, which is French here.
    await phone.getByRole('button', { name: 'Je préfère Oak' }).click()
    await phone.getByText(/votre réponse est comptée/).waitFor()
    await voteFromAfar(`${address}/a`, 21)
    await voteFromAfar(`${address}/b`, 4)

    await page.reload()
    await page.getByText(/Nothing is decided before it closes/).waitFor()
    await close(page)
    await page.getByRole('status').filter({ hasText: 'Order “Oak”' }).waitFor()
    await page.getByText('What to order').waitFor()
    expect(await axe(page)).toEqual([])
  }, 180_000)

  test('by the network’s own poll: its votes come in by themselves, and count', async () => {
    const page = await visit('/duels/new')
    await ask(page, 'Oak or walnut, then?', /network’s own poll/)
    const margin = page.getByRole('complementary', { name: 'About this duel' })
    await margin
      .getByRole('listitem')
      .filter({ hasText: /\d+ : \d+/ })
      .waitFor({ timeout: 90_000 })
    await expect.poll(() => votesOf(page), { timeout: 120_000, interval: 1000 }).toBeGreaterThan(0)
    await close(page)
    const counted = await votesOf(page)
    await page
      .getByRole('status')
      .filter({ hasText: /^(Order “|We cannot tell)/ })
      .waitFor()
    expect(await votesOf(page)).toBe(counted)

    await margin.getByRole('button', { name: 'Open the post that asks' }).click()
    const votes = page.getByRole('dialog').getByRole('list', { name: 'Votes' })
    await votes.getByText('Walnut').waitFor()
    expect(await axe(page)).toEqual([])
  }, 300_000)

  /** Other people, each with a browser of their own. */
  async function voteFromAfar(address: string, count: number) {
    for (let n = 0; n < count; n++) {
      const headers = {
        'user-agent': `Mozilla/5.0 (X11; Linux x86_64) Firefox/${100 + n}.${address.at(-1)}`,
        'content-type': 'multipart/form-data; boundary=x',
      }
      const answer = await fetch(address, { method: 'POST', headers, redirect: 'manual' })
      expect(answer.status).toBe(303)
    }
  }

  async function votesOf(page: Page): Promise<number> {
    const id = new URL(page.url()).pathname.split('/').at(-1)
    const { companies } = (await (await page.request.get('/api/v1/session')).json()) as {
      companies: { id: string; practice: boolean }[]
    }
    const company = companies.find(({ practice }) => practice)?.id ?? ''
    const answer = await page.request.get(`/api/v1/duels/${id}`, {
      headers: { 'vigie-company': company },
    })
    const { votes } = (await answer.json()) as DuelView
    return votes.first + votes.second
  }
})
