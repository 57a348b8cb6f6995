import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axe } from './accessibility.ts'
import { openComposer } from './compose.ts'
import { useDesk } from './desk.ts'
import { openThePracticeShop } from './practice-shop.ts'
import { useVisits } from './visit.ts'

const TEXT = 'L’atelier ouvre ses portes'

describe('planning, in the practice company', () => {
  const desk = useDesk()
  const visits = useVisits(desk)

  test('a post comes again three times, one is left out, another goes into the queue', async () => {
    const { storage } = await openThePracticeShop(await visits.open('/'))
    const page = await visits.open('/queue?tab=slots', { storage })
    await giveHours(page)
    await repeatThreeTimes(page)
    await page.goto('/calendar?view=list&day=' + dayFromNow(3))
    const rows = page.getByRole('row').filter({ hasText: TEXT })
    await expect.poll(() => countOnCalendar(page)).toBe(3)
    await rows.first().getByRole('checkbox').check()
    expect(await axe(page)).toEqual([])
    await page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click()
    await expect.poll(() => countOnCalendar(page)).toBe(2)
    await addToTheQueue(page)
    await clearTheDay(page)
  }, 180_000)

  /** Two hours of each day for the first account, by its week. */
  async function giveHours(page: Page) {
    const add = page.getByRole('button', { name: /^Add a time: Monday/ })
    await page.getByLabel('A time for Monday').fill('07:10')
    await add.click()
    await page.getByRole('button', { name: 'Copy Monday' }).click()
    await page.getByRole('menuitem', { name: 'To every day' }).click()
    await expect.poll(() => page.getByText('07:10', { exact: true }).count()).toBe(7)
    expect(await axe(page)).toEqual([])
  }

  async function write(page: Page, text: string) {
    await openComposer(page)
    const composer = page.getByRole('dialog')
    await composer.getByRole('textbox', { name: 'Text of the post' }).fill(text)
    const account = composer.getByRole('button', { name: /atelier\.morel/ }).first()
    if ((await account.getAttribute('aria-pressed')) !== 'true') await account.click()
    return composer
  }

  async function repeatThreeTimes(page: Page) {
    const composer = await write(page, TEXT)
    await composer.getByRole('button', { name: 'Repeat' }).click()
    await page.getByLabel('How often').selectOption('day')
    await page.getByLabel('How many times').fill('3')
    await page.getByText(/3 times, the last on/).waitFor()
    await page.keyboard.press('Escape')
    await composer.getByRole('button', { name: /^Start the series: / }).click()
    await composer.waitFor({ state: 'hidden' })
  }

  async function addToTheQueue(page: Page) {
    const composer = await write(page, 'Un banc attend')
    await composer.getByText('Queue', { exact: true }).click()
    await composer.getByText(/^Next free slot: .*07:10/).waitFor()
    await composer.getByRole('button', { name: 'Add to the queue' }).click()
    await composer.waitFor({ state: 'hidden' })
    await page.goto('/queue')
    const row = page.getByRole('listitem').filter({ hasText: 'Un banc attend' })
    await row.getByText('07:10').waitFor()
    expect(await axe(page)).toEqual([])
  }

  /** While a day is typed anew there is none: the composer says so, and stands. */
  async function clearTheDay(page: Page) {
    await page.goto(
      `/calendar?view=list&day=${dayFromNow(3)}&compose=${(await planned(page))[0]?.id}`,
    )
    const composer = page.getByRole('dialog')
    await composer.getByLabel('Day').fill('')
    const button = composer.getByRole('button', { name: 'Choose a day and a time' })
    await button.waitFor()
    await expect.poll(() => button.isDisabled()).toBe(true)
    await composer.getByLabel('Day').fill(dayFromNow(4))
    await composer.getByRole('button', { name: /^Save: / }).waitFor()
  }

  const countOnCalendar = async (page: Page) => (await planned(page)).length

  /** By the desk: the month on screen may end before the third. */
  async function planned(page: Page): Promise<{ id: string }[]> {
    const company = await page.evaluate(() => sessionStorage.getItem('vigie.company') ?? '')
    const range = `from=${dayFromNow(0)}T00:00:00Z&to=${dayFromNow(10)}T00:00:00Z`
    const answer = await page.request.get(`/api/v1/posts?${range}`, {
      headers: company ? { 'vigie-company': company } : {},
    })
    const posts = (await answer.json()) as { id: string; excerpt: string }[]
    return posts.filter(({ excerpt }) => excerpt === TEXT)
  }
})

const dayFromNow = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' })
