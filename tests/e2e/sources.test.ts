import { describe, expect, test } from 'vitest'
import { axe } from './accessibility.ts'
import { useDesk } from './desk.ts'
import { signUp } from './sign-up.ts'
import { useVisits } from './visit.ts'

describe('what is listened to', () => {
  const desk = useDesk()
  const visits = useVisits(desk)

  test('Sofia brings the mentions of her former tool, then has Hacker News and the press searched, and a community', async () => {
    const page = await visits.open('/')
    await signUp(page)
    await page.goto(`${desk().url}/listening?edit=new`)
    await page.getByLabel('Words to look for').fill('morel')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })

    await page.getByRole('button', { name: 'Add a source' }).first().click()
    await page.getByRole('radio', { name: 'A file' }).check()
    await page.getByLabel('Choose a file').setInputFiles({
      name: 'october.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        [
          'Date,URL,Title,Snippet,Author',
          '2026-10-02 09:30,https://journal.example/1,Morel opens,The Morel workshop opens.,Lea',
          '2026-10-04 10:00,https://journal.example/4,Morel at the fair,Morel at the fair,',
          '2026-10-03 10:00,https://journal.example/2,,Nothing of us,',
          ',https://journal.example/3,,Morel without a day,',
        ].join('\n'),
      ),
    })
    await page.getByText('new mentions', { exact: true }).waitFor()
    await page.getByText('Line by line').first().click()
    await page.getByText('It has no date.').waitFor()
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Import 2 mentions' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByText('Morel opens').first().waitFor()
    await page.getByText('Only the title was read').waitFor()
    await page.getByRole('button', { name: 'Actions on october.csv' }).click()
    await page.getByRole('menuitem', { name: 'Remove' }).waitFor()
    await expect.poll(() => page.getByRole('menuitem', { name: 'Read now' }).count()).toBe(0)
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Add a source' }).first().click()
    await page.getByRole('radio', { name: 'Hacker News' }).check()
    await page.getByRole('button', { name: 'Listen to this source' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Actions on Hacker News' }).waitFor()

    await page.getByRole('button', { name: 'Add a source' }).first().click()
    await page.getByRole('radio', { name: 'GDELT' }).check()
    await page.getByRole('button', { name: 'Listen to this source' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Actions on GDELT' }).waitFor()

    visits.expects(/422/)
    await page.getByRole('button', { name: 'Add a source' }).first().click()
    await page.getByRole('radio', { name: 'A network' }).check()
    await page.getByRole('button', { name: 'Choose on Lemmy' }).click()
    await page.getByLabel('Server').fill('nowhere at all')
    await page.getByRole('button', { name: 'Listen', exact: true }).first().click()
    await page.getByText('is not the address of a server').waitFor()
    expect(await axe(page)).toEqual([])
  }, 120_000)
})
