import type { Page } from 'playwright-core'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { modelServer } from '#domain/assistance/testing/model-server.ts'
import { axe } from './accessibility.ts'
import { useDesk } from './desk.ts'
import { openThePracticeShop, type PracticeShop } from './practice-shop.ts'
import { useVisits } from './visit.ts'

const model = await modelServer()
afterAll(() => model.close())

describe('while one writes', () => {
  const desk = useDesk(() => ({ VIGIE_ALLOW_PRIVATE_HOSTS: model.host }))
  const visits = useVisits(desk)
  let shop: PracticeShop | undefined

  beforeEach(async () => {
    shop ??= await openThePracticeShop(await visits.open('/'))
  }, 180_000)

  const composer = async (width: 1440 | 390 = 1440) => {
    const page = await visits.open('/calendar?compose=new', { width, storage: shop?.storage })
    await textOf(page).waitFor()
    return page
  }

  test('the margin says what could be read better, where, and why; what a company never wants stays away', async () => {
    const page = await composer()
    await textOf(page).fill('NOUVELLE COLLECTION en boutique, passez la voir')
    const hints = page.getByRole('region', { name: 'Hints on the text' })
    const note = hints.getByRole('listitem').filter({ hasText: 'all in capitals' })
    await note.getByText('Why?').click()
    await note.getByText('harder to read for people with dyslexia').waitFor()
    const underlined = page.locator('[aria-hidden] span', { hasText: /^NOUVELLE COLLECTION$/ })
    // Pointed at until it is: what comes meanwhile may move it away from the pointer.
    const pointedAt = async () => {
      await page.mouse.move(0, 0)
      await note.hover()
      return underlined.count()
    }
    await expect.poll(pointedAt, WAIT).toBe(1)
    expect(await axe(page)).toEqual([])

    await note.getByRole('button', { name: /^Never for this company/ }).click()
    await note.waitFor({ state: 'detached' })
    await page.goto('/settings#hints')
    const wanted = page.getByRole('switch', { name: 'Words in capitals' })
    await expect.poll(() => wanted.getAttribute('aria-checked'), WAIT).toBe('false')
    await wanted.click()
    await expect.poll(() => wanted.getAttribute('aria-checked'), WAIT).toBe('true')
    await page.reload()
    await expect.poll(() => wanted.getAttribute('aria-checked'), WAIT).toBe('true')
  }, 120_000)

  test.each([1440, 390] as const)(
    'hashtags and people are completed by the keyboard alone, %i px wide',
    async (width) => {
      const page = await composer(width)
      const text = textOf(page)
      await text.focus()
      await page.keyboard.type('Le banc #fab')
      const list = page.getByRole('listbox', { name: 'Suggestions' })
      await list.waitFor()
      await expect
        .poll(() => list.getByRole('option').first().textContent())
        .toContain('#fabriquéàLyon')
      const chosen = list.locator('[aria-selected=true]')
      await expect
        .poll(() => text.getAttribute('aria-activedescendant'))
        .toBe(await chosen.getAttribute('id'))
      expect(await axe(page)).toEqual([])
      const box = await list.boundingBox()
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true)
      await page.keyboard.press('Enter')
      await expect.poll(() => text.inputValue()).toBe('Le banc #fabriquéàLyon ')

      // Whose network is asked depends on the accounts it leaves by.
      await page.getByRole('dialog').locator('button[aria-pressed]').first().click()
      await text.focus()
      await text.press('End')
      await page.keyboard.type('merci @mar')
      // Who is in the shop's network changes with the day: by their handle or by their name.
      const offered = () => list.getByRole('option').allTextContents()
      await expect.poll(async () => (await offered()).some((one) => /mar/i.test(one))).toBe(true)
      await expect.poll(async () => (await offered()).every((one) => /mar/i.test(one))).toBe(true)
      await page.keyboard.press('ArrowDown')
      const handle = await chosen.getByText(/^@\S+$/).textContent()
      await page.keyboard.press('Tab')
      await expect.poll(() => text.inputValue()).toMatch(new RegExp(` merci ${handle} $`))
      expect(await text.evaluate((area) => area === document.activeElement)).toBe(true)

      // Escape closes the list, and only then the composer.
      await page.keyboard.type('#fab')
      await list.waitFor()
      await page.keyboard.press('Escape')
      await list.waitFor({ state: 'detached' })
      await expect.poll(() => text.isVisible()).toBe(true)
    },
    120_000,
  )

  test('labels are suggested with the words that decided, and taken by one press', async () => {
    const page = await composer()
    await textOf(page).fill('Comment entretenir un plateau huilé : nos conseils.')
    await page.getByText('Campaign and labels').click()
    await page.getByText('comment entretenir, conseils').waitFor()
    await page.getByRole('button', { name: 'Take these' }).click()
    const useful = page.getByRole('button', { name: 'Useful', exact: true })
    await expect.poll(() => useful.getAttribute('aria-pressed')).toBe('true')
    expect(await axe(page)).toEqual([])
  }, 120_000)

  test('help is asked of the company’s own model only once one has seen what leaves, and its proposal is taken or left', async () => {
    const page = await visits.open('/settings#assistant', { storage: shop?.storage })
    await page.getByLabel('Address', { exact: true }).fill(model.address)
    await page.getByLabel('Model', { exact: true }).fill('plume-1')
    await page.getByLabel(/^Key/).fill('sesame-1')
    await page.getByRole('button', { name: 'Save the address' }).click()
    await page.getByRole('button', { name: 'Try it out' }).click()
    await page.getByText(`${model.host} responds.`).first().waitFor()
    model.heard.length = 0

    await page.goto('/calendar?compose=new')
    await textOf(page).fill('Un banc vraiment très solide.')
    await page.getByRole('button', { name: 'Ask for help…' }).click()
    await page.getByRole('menuitem', { name: 'Shorter' }).click()
    const panel = page.getByRole('region', { name: 'Help with the text' })
    await panel.getByText('Un banc vraiment très solide.').waitFor()
    expect(model.heard).toEqual([])
    expect(await axe(page)).toEqual([])
    await panel.getByRole('button', { name: `Send it to ${model.host}` }).click()
    await panel.locator('del', { hasText: 'vraiment très' }).waitFor()
    expect(model.heard).toHaveLength(1)
    await expect.poll(() => textOf(page).inputValue()).toBe('Un banc vraiment très solide.')
    await panel.getByRole('button', { name: 'Use it' }).click()
    await expect.poll(() => textOf(page).inputValue()).toBe('Un banc solide.')
  }, 120_000)
})

const WAIT = { timeout: 20_000 }

const textOf = (page: Page) => page.getByRole('textbox', { name: 'Text of the post' })
