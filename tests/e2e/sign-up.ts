import type { Page } from 'playwright-core'
import type { Storage } from './visit.ts'

export const sofia = {
  name: 'Sofia Benali',
  email: 'sofia@atelier-morel.example',
  password: 'un banc devant la fenêtre',
}

/**
 * The first visit in English, by the screens: Sofia's account, then Atelier Morel in Lyon. Ends at the choice
 * between a real account and the practice company.
 */
export async function signUp(page: Page): Promise<void> {
  await page.getByLabel('Your name').fill(sofia.name)
  await page.getByLabel('E-mail').fill(sofia.email)
  await page.getByLabel('Password', { exact: true }).fill(sofia.password)
  await page.getByRole('button', { name: 'Create the account' }).click()
  await page.getByLabel('Company name').fill('Atelier Morel')
  await page.getByLabel('Language of its posts').selectOption('fr')
  await page.getByRole('button', { name: 'Open the company' }).click()
  await page.getByRole('heading', { name: 'Where to start' }).waitFor()
}

/** What the browser keeps of this visit, to come back without signing in again. */
export async function storageOf(page: Page): Promise<Storage> {
  return page.context().storageState()
}
