import { describe, expect, test } from 'vitest'
import { axe } from './accessibility.ts'
import { useDesk } from './desk.ts'
import { useNewspaper } from './feed.ts'
import { signUp, storageOf } from './sign-up.ts'
import { useVisits } from './visit.ts'

describe('a mention', () => {
  const newspaper = useNewspaper()
  const desk = useDesk(() => ({ VIGIE_ALLOW_PRIVATE_HOSTS: newspaper().host }))
  const visits = useVisits(desk)

  test('is taken in charge with the keyboard, and says why it is answered elsewhere', async () => {
    newspaper().publish({ title: 'Morel ouvre', text: 'Un second magasin' })
    newspaper().publish({ title: 'Morel recrute', text: 'Deux menuisiers' })
    const start = await visits.open('/')
    await signUp(start)
    await start.goto(`${desk().url}/listening?edit=new`)
    await start.getByLabel('Words to look for').fill('morel')
    await start.getByRole('button', { name: 'Save', exact: true }).click()
    await start.getByText('Saved.').first().waitFor()
    await start.goto(`${desk().url}/listening?add=yes`)
    await start.getByLabel('Address').fill(newspaper().feedUrl)
    await start.getByLabel('Address').press('Enter')
    await start.getByText('2 mentions not seen').first().waitFor()

    const storage = await storageOf(start)
    const page = await visits.open('/listening', { language: 'fr', storage })
    const rows = page.locator('[data-mention]')
    await rows.nth(1).waitFor()
    await page.keyboard.press('j')
    await page.locator('[data-mention][aria-current]').waitFor()
    await page.keyboard.press('a')
    await page.getByText('Vous en avez la charge').waitFor()
    expect(await axe(page)).toEqual([])

    await page.goto(`${desk().url}/listening?assignee=me`)
    await page.getByText('Vous en avez la charge').waitFor()
    await expect.poll(() => rows.count()).toBe(1)
    await rows
      .first()
      .getByRole('button', { name: /en a la charge/ })
      .click()
    await page.getByRole('menuitem', { name: 'Quelqu’un, avec un mot…' }).click()
    await page.getByLabel('Un mot avec').fill('À rappeler avant midi.')
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Confier', exact: true }).click()
    await rows.first().getByText('À rappeler avant midi.').waitFor()
    await page.goto(`${desk().url}/to-do`)
    await page.getByText('1 mention vous est confiée').waitFor()
    await page.getByRole('link', { name: 'Les voir' }).click()
    await rows.first().getByRole('button', { name: 'Répondre' }).click()
    await page.getByText('répondez à l’adresse même de la publication').waitFor()
    await page.getByRole('menuitem', { name: 'Ouvrir l’original' }).waitFor()
  }, 120_000)
})
