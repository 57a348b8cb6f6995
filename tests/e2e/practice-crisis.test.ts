import { describe, expect, test } from 'vitest'
import { axe } from './accessibility.ts'
import { useDesk } from './desk.ts'
import { openThePracticeShop } from './practice-shop.ts'
import { useVisits } from './visit.ts'

describe('in the practice company', () => {
  const desk = useDesk()
  const visits = useVisits(desk)

  test('a staged crisis rings, and leads to what can be held and decided', async () => {
    const { storage } = await openThePracticeShop(await visits.open('/'))
    const page = await visits.open('/alerts', { storage })
    await page.getByRole('button', { name: 'Stage a practice crisis' }).click()
    await page.getByText(/^Started: \d+ invented posts/).waitFor()
    await page.getByRole('link', { name: 'Notre nom' }).click({ timeout: 120_000 })
    await page.getByRole('heading', { name: 'What changed' }).waitFor()
    await page.getByRole('link', { name: 'Hold everything scheduled…' }).waitFor()

    const phone = await visits.open('/alerts?push=yes', {
      language: 'fr',
      theme: 'dark',
      width: 390,
      storage,
    })
    const sheet = phone.getByRole('dialog', { name: 'Alertes sur vos appareils' })
    await sheet.getByText(/La notification arrive même quand Vigie est fermé/).waitFor()
    expect(await axe(phone)).toEqual([])
  }, 240_000)
})
