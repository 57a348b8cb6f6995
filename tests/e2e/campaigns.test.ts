import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { axe } from './accessibility.ts'
import { openComposer } from './compose.ts'
import { useDesk } from './desk.ts'
import { openThePracticeShop, type PracticeShop } from './practice-shop.ts'
import { useVisits } from './visit.ts'

describe('what belongs together, in the practice shop', () => {
  const desk = useDesk()
  const visits = useVisits(desk)
  let opening: Promise<PracticeShop> | undefined
  beforeEach(async () => {
    await (opening ??= visits.open('/').then(openThePracticeShop))
  }, 120_000)

  async function visit(path: string): Promise<Page> {
    const shop = (await opening) ?? expect.fail('the shop is not open')
    return visits.open(path, { storage: shop.storage })
  }

  test('a campaign goes from its brief to its page, with a post, a label and a cost', async () => {
    const page = await visit('/library/campaigns')
    await page.getByRole('button', { name: 'Open a campaign' }).click()
    const sheet = page.getByRole('dialog', { name: 'New campaign' })
    await sheet.getByLabel('Campaign name').fill('Noël à l’atelier')
    await sheet.getByLabel('What it is for').fill('Vendre quarante tables avant les fêtes')
    await sheet.getByLabel('Budget').fill('1 200,50')
    expect(await axe(page)).toEqual([])
    await sheet.getByRole('button', { name: 'Open the campaign' }).click()
    await page.getByRole('heading', { level: 1, name: 'Noël à l’atelier' }).waitFor()
    await page.getByText('Vendre quarante tables avant les fêtes').waitFor()

    await page.getByRole('button', { name: 'Enter a cost' }).click()
    await page.getByLabel('Spent on').fill('Sapin')
    await page.getByLabel('EUR').fill('45,90')
    await page.getByRole('button', { name: 'Enter the cost' }).click()
    await page.getByText('€1,154.60 left').waitFor()

    await page.getByRole('button', { name: 'Write for this campaign' }).click()
    const composer = page.getByRole('dialog')
    await composer.getByRole('textbox', { name: 'Text of the post' }).fill('Le sapin est là')
    await composer.getByText('Campaign and labels').click()
    const chosen = composer.getByLabel('Campaign it belongs to').locator('option:checked')
    await expect.poll(() => chosen.textContent(), { timeout: 15_000 }).toBe('Noël à l’atelier')
    await composer.getByRole('button', { name: 'Spontaneous' }).click()
    await composer.getByText(/Draft saved/).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /no date yet Le sapin est là/ }).waitFor()
    await page.getByText('Not yet: nothing has gone out.').first().waitFor()

    await page.getByRole('button', { name: 'Archive' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Running', { exact: false }).first().waitFor()
  }, 90_000)

  test('a template asks for its values and goes where one writes; hashtags go to the end, once', async () => {
    const page = await visit('/calendar')
    await page.getByRole('button', { name: 'Filter' }).waitFor()
    await openComposer(page)
    const text = page.getByRole('textbox', { name: 'Text of the post' })
    await text.fill('Bonjour. À bientôt #lyon')
    await text.press('Home')
    for (let i = 0; i < 'Bonjour. '.length; i++) await text.press('ArrowRight')
    await insert(page, 'retour')
    const form = page.getByRole('dialog', { name: 'Insert' })
    await form.getByLabel('Produit').selectOption('La table Lucie')
    await form.getByLabel('Prix').fill('1480')
    await form.getByRole('button', { name: 'Insert these words' }).click()
    await form.getByText('This is missing.').waitFor()
    await form.getByLabel('Date').fill('2026-12-05')
    expect(await axe(page)).toEqual([])
    await form.getByRole('button', { name: 'Insert these words' }).click()
    const words =
      'Bonjour. La table Lucie est de retour à l’atelier, à partir de 1\u202f480 €. Venez l’essayer dès le samedi 5 décembre, 24 rue des Capucins.À bientôt #lyon'
    await expect.poll(() => text.inputValue()).toBe(words)

    await insert(page, 'meubles')
    await expect.poll(() => text.inputValue()).toBe(`${words}\n\n#ébénisterie #faitmain`)
    await page.keyboard.press('Control+z')
    await expect.poll(() => text.inputValue()).toBe(words)
  }, 90_000)

  test('what has left can still be filed elsewhere', async () => {
    const page = await visit('/library/campaigns')
    await page.getByRole('link', { name: /Portes ouvertes/ }).click()
    const post = page.getByRole('button', { name: /Le banc Presqu’île/ }).last()
    await post.click()
    const composer = page.getByRole('dialog')
    await composer.getByText('Campaign and labels').click()
    await composer.getByLabel('Campaign it belongs to').selectOption({ label: 'None' })
    await expect.poll(() => post.count()).toBe(0)
  }, 60_000)

  /** By the keyboard alone, once the key is shown: Ctrl+J, a word of its name, Enter. */
  async function insert(page: Page, name: string) {
    await page.getByRole('button', { name: 'Insert…' }).waitFor()
    await page.keyboard.press('Control+j')
    await page.getByPlaceholder('Search the texts').waitFor()
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
  }
})
