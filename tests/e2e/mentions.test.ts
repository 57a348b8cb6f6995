import { describe, expect, test } from 'vitest'
import { axe } from './accessibility.ts'
import { useDesk } from './desk.ts'
import { useNewspaper } from './feed.ts'
import { signUp } from './sign-up.ts'
import { useVisits } from './visit.ts'

describe('the list of mentions', () => {
  const newspaper = useNewspaper()
  const desk = useDesk(() => ({ VIGIE_ALLOW_PRIVATE_HOSTS: newspaper().host }))
  const visits = useVisits(desk)

  test('folds what says the same, goes on as one scrolls, and is walked with the keyboard', async () => {
    const said = 'L’atelier Morel ouvre samedi un second magasin rue de la Charité à Lyon'
    for (let i = 1; i <= 80; i++) newspaper().publish({ title: `Morel ${i}`, text: `n° ${i}` })
    for (const by of ['Karim', 'Nour', 'Léa']) {
      newspaper().publish({ title: said, text: `${said}, on y sera. ${by}` })
    }
    const page = await visits.open('/')
    await signUp(page)
    await page.goto(`${desk().url}/listening?edit=new`)
    await page.getByLabel('Words to look for').fill('morel')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved.').first().waitFor()
    await page.goto(`${desk().url}/listening?add=yes`)
    await page.getByLabel('Address').fill(newspaper().feedUrl)
    await page.getByLabel('Address').press('Enter')
    await page.getByText('83 mentions not seen').first().waitFor()

    await page.goto(`${desk().url}/listening`)
    const list = page.getByRole('region', { name: 'Mentions' })
    await list.getByRole('button', { name: 'and 2 similar' }).click()
    await page.waitForURL(/alike=/)
    const alike = list.getByRole('list', { name: 'Similar posts' })
    await alike.getByRole('listitem').nth(1).waitFor()
    expect(await axe(page)).toEqual([])

    const rows = list.locator('[data-mention]')
    await rows.first().waitFor()
    await expect.poll(() => rows.count()).toBeLessThan(50)
    // One walks on while the next page is on its way.
    const walked = async () => {
      await page.keyboard.press('j')
      return page.evaluate(() => Number(document.activeElement?.parentElement?.ariaPosInSet))
    }
    await expect.poll(walked, { timeout: 30_000, interval: 10 }).toBeGreaterThan(55)
    await expect.poll(() => rows.count()).toBeLessThan(50)

    const search = list.getByRole('searchbox', { name: 'Search what was said' })
    await search.fill('charite "second magasin"')
    await page.waitForURL(/said=/)
    await expect.poll(() => rows.count()).toBe(1)
    await list.getByText('second magasin', { exact: true }).first().waitFor()
    expect(await axe(page)).toEqual([])
    await search.fill('jamais dit')
    await list.getByRole('link', { name: 'Remove all filters' }).click()
    await expect.poll(() => search.inputValue()).toBe('')
    await expect.poll(() => rows.count()).toBeGreaterThan(5)

    await list.getByLabel('Group similar posts').uncheck()
    await page.waitForURL(/fold=no/)
    await list.getByRole('button', { name: 'and 2 similar' }).waitFor({ state: 'hidden' })
    const file = await page.request.get(
      (await list.getByRole('link', { name: 'Export CSV' }).getAttribute('href')) ?? '',
    )
    expect((await file.text()).trim().split('\n')).toHaveLength(84)
  }, 120_000)
})
