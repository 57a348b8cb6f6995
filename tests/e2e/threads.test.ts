import { describe, expect, test } from 'vitest'
import type { PostView } from '#domain/publishing/api.ts'
import { axe } from './accessibility.ts'
import { useDesk } from './desk.ts'
import { openThePracticeShop } from './practice-shop.ts'
import { useVisits } from './visit.ts'

describe('a thread, in the practice company', () => {
  const desk = useDesk()
  const visits = useVisits(desk)

  test('is typed without the mouse, each piece where one just added it, and leaves in order', async () => {
    const { storage } = await openThePracticeShop(await visits.open('/'))
    const page = await visits.open('/calendar?compose=new', { storage })
    const composer = page.getByRole('dialog')
    await composer.getByRole('textbox', { name: 'Text of the post' }).fill('Trois gestes')
    await composer.getByRole('button', { name: /atelier\.morel(?!@)/, pressed: false }).click()
    const add = async (name: string, words: string) => {
      await composer.getByRole('button', { name }).press('Enter')
      await page.keyboard.type(words)
    }
    await add('Make it a thread', 'Le chiffon sec, chaque semaine.')
    await add('Add a part', 'La cire, deux fois par an.')
    await add('Add a first comment', 'Notre cire est à l’atelier.')
    await composer.getByLabel('Part 3 of the thread').waitFor()
    await expect.poll(() => composer.getByLabel(/^Part \d of the thread$/).count()).toBe(2)
    await composer.getByText(/26 \/ \d+/).waitFor()
    expect(await axe(page)).toEqual([])
    const sent = page.waitForResponse((answer) => answer.url().endsWith('/schedule'))
    await composer.getByRole('radio', { name: 'Now' }).click()
    await composer.getByRole('button', { name: 'Publish now' }).click()
    const { deliveries } = (await (await sent).json()) as PostView
    expect(deliveries.map(({ kind, text }) => [kind, text])).toEqual([
      ['post', 'Trois gestes'],
      ['part', 'Le chiffon sec, chaque semaine.'],
      ['part', 'La cire, deux fois par an.'],
      ['comment', 'Notre cire est à l’atelier.'],
    ])
  }, 120_000)
})
