import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { axe } from './accessibility.ts'
import { useDesk } from './desk.ts'
import { useNewspaper } from './feed.ts'
import { openThePracticeShop, type PracticeShop } from './practice-shop.ts'
import { settled, useVisits } from './visit.ts'

/** A program that listens to the desk. */
const heard: string[] = []
const program = http.createServer((request, response) => {
  heard.push(String(request.headers['webhook-id']))
  response.writeHead(204).end()
})
await new Promise<void>((resolve) => {
  program.listen(0, '127.0.0.1', () => resolve())
})
afterAll(() => program.close())
const { port } = program.address() as AddressInfo

describe('a plan and its programs', () => {
  const desk = useDesk(() => ({ VIGIE_ALLOW_PRIVATE_HOSTS: '127.0.0.1' }))
  const visits = useVisits(desk)
  const newspaper = useNewspaper()
  let shop: PracticeShop | undefined

  async function visit(address: string, language: 'en' | 'fr'): Promise<Page> {
    shop ??= await openThePracticeShop(await visits.open('/'))
    const page = await visits.open(address, { language, storage: shop.storage })
    await settled(page)
    return page
  }

  test('a table comes in row by row, makes its posts at once, and can be undone', async () => {
    const page = await visit('/exchange', 'fr')
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
    const table = `texte;date;heure\nLa chaise du lundi;${soon};9h30\nLe banc;32/12/2031;9h\nUn brouillon;;`
    await page
      .getByLabel(/Choisissez un fichier/)
      .setInputFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
    await page.getByRole('heading', { name: 'plan.csv' }).waitFor()
    await page.getByText('« 32/12/2031 » n’est pas un jour du calendrier.').waitFor()
    await page.getByText('Elle a une date et pas de compte.').first().waitFor()
    expect(await axe(page)).toEqual([])
    await page
      .getByRole('group', { name: /Comptes des lignes/ })
      .getByRole('checkbox')
      .first()
      // Not `check`, which wants it ticked before the screen has drawn the choice.
      .click()
    await page.getByRole('button', { name: 'Importer 2 publications' }).click()
    await page.getByText('2 publications en ont été tirées.').waitFor()
    expect(await axe(page)).toEqual([])

    await page.getByRole('link', { name: 'Voir le calendrier' }).click()
    await page.goto(`${desk().url}/calendar?view=agenda&day=${soon}`)
    await page.getByText('La chaise du lundi').first().waitFor()
    await page.goBack()
    await page.goBack()
    await page.getByRole('button', { name: 'Annuler l’import' }).click()
    await page.getByText('L’import a été annulé.').waitFor()
  }, 180_000)

  test('a feed submits its articles for approval, and says beforehand whom they wait for', async () => {
    const page = await visit('/exchange?feed=new', 'fr')
    newspaper().publish({ title: 'Un banc neuf', text: 'En frêne' })
    const sheet = page.getByRole('dialog', { name: 'Publier depuis un flux' })
    await sheet.getByLabel('Adresse du site ou de son flux').fill(newspaper().feedUrl)
    await sheet.getByRole('checkbox').first().check()
    await sheet.getByLabel('Une publication à valider').check()
    await sheet.getByText(/Elles attendent l’accord de/).waitFor()
    await sheet.getByText(/Aucune règle de validation ne concerne ces comptes/).waitFor()
    expect(await axe(page)).toEqual([])
    await sheet.getByRole('button', { name: 'Commencer au prochain article' }).click()
    await page.getByText('Soumises à validation, 3 par jour au plus').waitFor()
  }, 120_000)

  test('a program is told, tried out, and told once more', async () => {
    const page = await visit('/webhooks', 'en')
    await page.getByRole('button', { name: 'New webhook' }).click()
    await page.getByLabel('Program').fill('Tableur')
    await page.getByLabel('Endpoint URL').fill(`http://127.0.0.1:${port}/hook`)
    await page.getByRole('button', { name: 'Create the webhook' }).click()
    await expect.poll(() => page.getByLabel('Signing secret').inputValue()).toMatch(/^whsec_/)
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'I have copied it' }).click()
    await page.getByRole('link', { name: 'Tableur' }).click()
    await page.getByRole('button', { name: 'Send a test' }).click()
    const message = page.getByRole('listitem').filter({ hasText: 'webhook.test' })
    await message.getByText('Taken (204).').first().waitFor()
    await message.locator('summary').click()
    await message.getByRole('button', { name: 'Send again' }).click()
    await expect.poll(() => heard.length).toBe(2)
    expect(new Set(heard).size).toBe(1)
    expect(await axe(page)).toEqual([])
  }, 120_000)
})
