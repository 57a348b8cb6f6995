import { describe, expect, test } from 'vitest'
import { axe } from './accessibility.ts'
import { useDesk } from './desk.ts'
import { openThePracticeShop } from './practice-shop.ts'
import { settled, useVisits } from './visit.ts'

describe('the overview of listening', () => {
  const desk = useDesk()
  const visits = useVisits(desk)

  test('tells in French how much is said, and our share once the rivals are named', async () => {
    const { storage } = await openThePracticeShop(await visits.open('/'))
    const page = await visits.open('/listening', { language: 'fr', storage })
    await page.getByRole('link', { name: 'Vue d’ensemble' }).click()
    await page.getByRole('heading', { name: 'Mentions au fil du temps' }).waitFor()
    await page.getByRole('button', { name: 'À propos du chiffre : Négatives' }).click()
    await page.getByText(/Le modèle se trompe aussi/).waitFor()
    await page.keyboard.press('Escape')

    const told = page.getByRole('region', { name: 'Chiffres clés' })
    const figure = told.getByRole('link', { name: /^Mentions \d/ })
    const shown = (await figure.innerText()).replace(/\D/g, '')
    await figure.click()
    await page.getByLabel('Premier jour').waitFor()
    const table = page.getByRole('link', { name: 'Exporter (CSV)' })
    const listed = await page.request.get((await table.getAttribute('href')) ?? '')
    expect((await listed.text()).match(/^[0-9a-f-]{36},/gm)).toHaveLength(Number(shown))
    await page.goBack()

    await page.getByRole('button', { name: 'Choisir les rivaux' }).click()
    const sheet = page.getByRole('dialog', { name: 'Nous et nos rivaux' })
    await sheet.getByLabel('La requête qui nous désigne').selectOption({ label: 'Notre nom' })
    await sheet.getByRole('checkbox', { name: 'Cherche une table' }).check()
    expect(await axe(page)).toEqual([])
    await sheet.getByRole('button', { name: 'Enregistrer' }).click()
    await sheet.waitFor({ state: 'detached' })
    await page.getByText(/Mentions de toutes les requêtes comparées/).waitFor()
    await page.getByText(/Un message qui en nomme plusieurs compte pour chacun/).waitFor()

    await page.getByText('Semaine', { exact: true }).click()
    await page.waitForURL(/by=week/)
    await settled(page)
    expect(await axe(page)).toEqual([])
    const file = page.waitForEvent('download')
    await page.getByRole('link', { name: 'CSV' }).click()
    expect((await file).suggestedFilename()).toMatch(/^vigie-listening-.*\.csv$/)
  }, 240_000)
})
