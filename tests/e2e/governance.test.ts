import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axe } from './accessibility.ts'
import { useDesk } from './desk.ts'
import { openThePracticeShop, type PracticeShop } from './practice-shop.ts'
import { redraw, settled, useVisits } from './visit.ts'

describe('a company that several people work in', () => {
  const desk = useDesk()
  const visits = useVisits(desk, { keep: true })
  let shop: PracticeShop | undefined
  let page: Page

  test('Sofia invites Nora, who joins in her own browser as contributor', async () => {
    page = await visits.open('/')
    shop = await openThePracticeShop(page)
    page = await visits.open('/settings#members', { language: 'en', storage: shop.storage })
    await page.getByRole('button', { name: 'Invite someone' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('E-mail').fill('nora@atelier-morel.example')
    expect(await axe(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
    const link = await dialog.getByLabel('Link').inputValue()
    expect(await axe(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Done' }).click()

    const hers = await visits.open(new URL(link).pathname, { language: 'en' })
    await hers.getByRole('heading', { name: /^Join / }).waitFor()
    expect(await axe(hers)).toEqual([])
    await hers.getByRole('button', { name: 'Join', exact: true }).click()
    await hers.getByText('Enter the name your colleagues will see.').waitFor()
    await hers.getByLabel('Your name').fill('Nora Petit')
    await hers.getByLabel('Password', { exact: true }).fill('un mètre ruban')
    await hers.getByRole('button', { name: 'Join', exact: true }).click()
    await hers.getByRole('heading', { level: 1 }).waitFor()
    await hers.waitForURL('**/calendar')
    // A contributor does not hold everything.
    await expect.poll(() => hers.getByRole('button', { name: /Hold everything/ }).count()).toBe(0)
    await page.getByText('Nora Petit').waitFor()
    expect(await axe(page)).toEqual([])
  }, 240_000)

  test('Sofia holds everything by the keyboard; everybody sees it; lifting asks first and sends nothing', async () => {
    const theirs = page
    const other = await visits.open('/results', {
      language: 'en',
      storage: shop?.storage ?? never(),
    })
    await settled(other)
    await theirs.goto('/calendar')
    await settled(theirs)
    await theirs.keyboard.press('Shift+H')
    const dialog = theirs.getByRole('dialog')
    await dialog.getByLabel(/Reason/).fill('Fire at the workshop')
    expect(await axe(theirs)).toEqual([])
    await dialog.getByRole('button', { name: 'Hold everything' }).click()
    const banner = theirs.getByRole('region', { name: 'What is held' })
    await banner.getByText(/Everything is held/).waitFor()
    await banner.getByText(/\d+ posts waiting/).waitFor()
    await other.getByText('Fire at the workshop').waitFor()
    for (const width of [1440, 390] as const)
      for (const theme of ['light', 'dark'] as const) {
        await redraw(theirs, { theme, width })
        expect(await axe(theirs)).toEqual([])
      }
    await redraw(theirs, { theme: 'light', width: 1440 })

    await theirs.reload()
    await banner.waitFor()
    await banner.getByRole('button', { name: /Lift the hold/ }).click()
    const question = theirs.getByRole('dialog')
    await question.getByText(/Lifting it publishes nothing/).waitFor()
    await question.getByRole('button', { name: 'Lift the hold' }).click()
    await banner.waitFor({ state: 'detached' })
    await other.getByText('Fire at the workshop').waitFor({ state: 'detached' })
  }, 240_000)

  test('the journal tells it in sentences, and its chain holds', async () => {
    await page.goto('/settings/journal')
    await settled(page)
    await page.getByText('Sofia Benali held everything.').waitFor()
    await page.getByText('Nora Petit joined as contributor.').waitFor()
    await page.getByLabel('What', { exact: true }).selectOption('member')
    await page.getByText('Sofia Benali held everything.').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Verify the chain' }).click()
    await page.getByText(/^Whole: \d+ entries\.$/).waitFor()
    expect(await axe(page)).toEqual([])
    await page.goto('/settings/roles')
    await settled(page)
    expect(await axe(page)).toEqual([])
  }, 120_000)
})

const never = () => expect.fail('the first test opens the shop')
