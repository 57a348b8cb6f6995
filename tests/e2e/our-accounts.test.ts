import { describe, expect, test } from 'vitest'
import { axe } from './accessibility.ts'
import { useDesk } from './desk.ts'
import { openThePracticeShop } from './practice-shop.ts'
import { useVisits } from './visit.ts'

describe('what our accounts receive', () => {
  const desk = useDesk()
  const visits = useVisits(desk)

  test('is listened to, stopped and removed like any source, in French', async () => {
    const { storage } = await openThePracticeShop(await visits.open('/'))
    const page = await visits.open('/listening?add=yes', { language: 'fr', storage })
    await page.getByRole('radio', { name: 'Nos comptes' }).check()
    await page.getByText('Les messages privés, jamais.').waitFor()
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Écouter nos comptes' }).click()
    const source = page.getByRole('listitem').filter({ hasText: 'Nos comptes' })
    await source.waitFor()
    await source.getByRole('button', { name: 'Actions sur Nos comptes' }).click()
    await expect.poll(() => page.getByRole('menuitem', { name: 'Lire maintenant' }).count()).toBe(0)
    await page.getByRole('menuitem', { name: 'Mettre en pause' }).click()
    await source.getByText('En pause').waitFor()
    // One is enough: it is no longer offered.
    await page.goto(`${desk().url}/listening?add=yes`)
    await page.getByRole('radio', { name: 'Un réseau' }).waitFor()
    await expect.poll(() => page.getByRole('radio', { name: 'Nos comptes' }).count()).toBe(0)
  }, 120_000)
})
