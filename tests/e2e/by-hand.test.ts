import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axe } from './accessibility.ts'
import { publishNow, writePost } from './compose.ts'
import { useDesk } from './desk.ts'
import { signUp, storageOf } from './sign-up.ts'
import { settled, useVisits } from './visit.ts'

const TEXT = 'Portes ouvertes samedi, de 10 h à 18 h'
const ADDRESS = 'https://myspace.example/atelier/1'

describe('where no machine can publish', () => {
  const desk = useDesk()
  const visits = useVisits(desk)

  test('a person names the place, writes, does it on the phone, gives the link back, and counts', async () => {
    const page = await visits.open('/')
    await signUp(page)
    await connect(page)
    await page.goto('/calendar')
    await settled(page)
    await writePost(page, TEXT)
    await page.getByText('Will be handed to a person, for: Atelier sur MySpace').waitFor()
    await publishNow(page)
    await page.getByRole('link', { name: '1 post to publish by hand' }).waitFor({ timeout: 30_000 })
    const handed = page.getByRole('button', { name: /Portes ouvertes/ })
    await handed.filter({ has: page.getByRole('img', { name: 'To do' }) }).waitFor()

    const storage = await storageOf(page)
    const context = await visits.context({ storage, width: 390, theme: 'dark' })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const phone = await context.newPage()
    await phone.goto('/to-do')
    await doIt(phone)
    await count(phone)
    await undo(phone)
  }, 180_000)

  async function connect(page: Page) {
    await page.goto('/channels?connect=yes')
    await page.getByRole('button', { name: /By hand/ }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('What it is').selectOption({ label: 'MySpace' })
    await expect
      .poll(() => sheet.getByLabel('What there is to do').inputValue())
      .toContain('Open your page and sign in')
    await sheet.getByLabel('Its name').fill('Atelier sur MySpace')
    expect(await axe(page)).toEqual([])
    await sheet.getByRole('button', { name: 'Connect this account' }).click()
    await page.getByText('Someone publishes its posts by hand').waitFor()
  }

  async function doIt(phone: Page) {
    await phone.getByRole('button', { name: 'Copy the text' }).click()
    await phone.getByText('Text copied.').first().waitFor()
    expect(await phone.evaluate(() => navigator.clipboard.readText())).toBe(TEXT)
    await phone.getByRole('checkbox', { name: 'Open your page and sign in' }).check()
    await phone.getByRole('button', { name: 'Mark as done' }).click()
    expect(await axe(phone)).toEqual([])
    await phone.getByRole('textbox', { name: 'Its address' }).fill('myspace')
    await phone.getByRole('button', { name: 'Say that it is done' }).click()
    await phone.getByText('An address starts with https://').waitFor()
    await phone.getByRole('textbox', { name: 'Its address' }).fill(ADDRESS)
    await phone.getByRole('button', { name: 'Say that it is done' }).click()
    await phone.getByText('Nothing to do for now.').waitFor()
    const seeIt = phone.getByRole('link', { name: 'See it' })
    await expect.poll(() => seeIt.getAttribute('href')).toBe(ADDRESS)
  }

  async function count(phone: Page) {
    await phone.getByRole('button', { name: 'Figures', exact: true }).click()
    await phone.getByLabel('Likes').fill('12')
    await phone.getByRole('button', { name: 'Save these figures' }).click()
    await phone.getByText(/^Entered by hand by Sofia Benali on /).waitFor()
    expect(await axe(phone)).toEqual([])
  }

  /** It was another post: it stands on the list again, with what was ticked. */
  async function undo(phone: Page) {
    await phone.getByRole('button', { name: 'It was not done: undo' }).click()
    const step = phone.getByRole('checkbox', { name: 'Open your page and sign in' })
    await step.waitFor()
    await expect.poll(() => step.isChecked()).toBe(true)
  }
})
