import { describe, expect, test } from 'vitest'
import { axe } from './accessibility.ts'
import { useDesk } from './desk.ts'
import { useNewspaper } from './feed.ts'
import { signUp, storageOf } from './sign-up.ts'
import { useVisits } from './visit.ts'

const SHOTS = process.env['VIGIE_SHOTS']

describe('a query one can trust', () => {
  const newspaper = useNewspaper()
  const desk = useDesk(() => ({ VIGIE_ALLOW_PRIVATE_HOSTS: newspaper().host }))
  const visits = useVisits(desk)

  test('Sofia writes it with the keyboard, tries it on examples, and judges what it finds', async () => {
    visits.expects(/409/)
    for (let i = 1; i <= 12; i++) {
      const text = i % 4 === 0 ? 'Morel marque un but' : 'L’atelier Morel expose ses tables'
      newspaper().publish({ title: `Nouvelle ${i}`, text })
    }
    const page = await visits.open('/')
    await signUp(page)
    await page.goto(`${desk().url}/listening?edit=new`)
    const field = page.getByLabel('Words to look for')
    await field.pressSequentially('morel N')
    await page.getByRole('listbox', { name: 'What can go here' }).waitFor()
    expect(await axe(page)).toEqual([])
    await field.press('ArrowDown')
    await field.press('Enter')
    await expect.poll(() => field.inputValue()).toBe('morel NOT ')
    await field.pressSequentially('lang:')
    await page.getByText('Write what is looked for right after the colon').waitFor()
    await field.fill('morel N')
    await field.press('Control+Space')
    await page.getByRole('listbox').waitFor()
    await field.press('Escape')
    await page.getByRole('listbox').waitFor({ state: 'hidden' })
    await field.fill('morel')
    await field.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'New query' }).first().click()
    await page.getByText('What you had not saved is back.').waitFor()
    await expect.poll(() => field.inputValue()).toBe('morel')
    await page.getByRole('button', { name: 'A text to ignore' }).click()
    await page.getByLabel('Text of the example').fill('Morel marque un but')
    await page.getByText('The query finds it.').waitFor()
    expect(await axe(page)).toEqual([])
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/editor-en.png` })
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('button', { name: 'Save all the same' }).click()
    await page.getByText('Saved.').first().waitFor()

    await page.goto(`${desk().url}/listening?add=yes`)
    await page.getByLabel('Address').fill(newspaper().feedUrl)
    await page.getByLabel('Address').press('Enter')
    await page.getByText('12 mentions not seen').first().waitFor()
    await page.getByRole('button', { name: 'Actions on morel' }).click()
    await page.getByRole('menuitem', { name: 'Precision' }).click()
    await page.getByText('We cannot tell yet. Judge 10 more.').waitFor()
    const on = page.getByLabel('On topic', { exact: true })
    const off = page.getByLabel('Off topic', { exact: true })
    for (let i = 0; i < 10; i++) {
      const said = page.waitForResponse((answer) => answer.url().endsWith('/judgements'))
      // By the keyboard: a message that passes over it would take a click.
      await (i < 2 ? off : on).nth(i).press('Space')
      await said
    }
    await page.getByText('19 times out of 20').waitFor()
    await expect.poll(() => page.getByText('80%').isVisible()).toBe(true)
    expect(await axe(page)).toEqual([])
    if (SHOTS) {
      await page.screenshot({ path: `${SHOTS}/judging-en.png` })
      const storage = await storageOf(page)
      for (const width of [1440, 390] as const) {
        const look = {
          language: 'fr',
          width,
          storage,
          theme: width === 390 ? 'dark' : 'light',
        } as const
        const french = await visits.open('/listening?edit=new', look)
        const words = french.getByLabel('Mots à chercher')
        await words.fill('atelier OU tables OU but')
        await french.getByText('Ce qu’apporte chaque mot').click()
        await french.getByText('Partir d’un modèle').click()
        await french.getByLabel('Modèle de requête').selectOption('product')
        await words.press('End')
        await words.pressSequentially(' au')
        await french.waitForTimeout(800)
        await french.screenshot({ path: `${SHOTS}/editor-fr-${width}.png` })
      }
    }
  }, 120_000)
})
