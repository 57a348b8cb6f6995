import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { axe } from './accessibility.ts'
import { englishSentences } from './catalogs.ts'
import { useDesk } from './desk.ts'
import { openThePracticeShop, type PracticeShop } from './practice-shop.ts'
import { addressesOnDisk, keysOnDisk } from './screens-on-disk.ts'
import { type Look, redraw, settled, useVisits } from './visit.ts'

const addresses = await addressesOnDisk()
const english = await englishSentences()

/**
 * Two looks in each language, such that every pair of language, theme and width is met: what axe holds against a
 * page never depends on all three at once, and each look at five hundred elements costs a second.
 */
const looks: Record<'en' | 'fr', Required<Pick<Look, 'theme' | 'width'>>[]> = {
  en: [
    { theme: 'light', width: 1440 },
    { theme: 'dark', width: 390 },
  ],
  fr: [
    { theme: 'dark', width: 1440 },
    { theme: 'light', width: 390 },
  ],
}

describe('every screen, in the practice company', () => {
  const desk = useDesk()
  const visits = useVisits(desk, { keep: true })
  let opening: Promise<PracticeShop> | undefined
  beforeEach(async () => {
    await (opening ??= visits
      .open('/')
      .then((page) => openThePracticeShop(page, desk().databaseUrl)))
  }, 120_000)

  describe.each(['en', 'fr'] as const)('in %s', (language) => {
    let page: Page | undefined

    test.each(addresses)(
      '%s',
      async (pattern) => {
        const shop = (await opening) ?? expect.fail('the shop is not open')
        page ??= await (await visits.context({ language, storage: shop.storage })).newPage()
        await page.goto(shop.address(pattern))
        await settled(page)
        for (const look of looks[language]) {
          await redraw(page, look)
          const name = `${look.theme}, ${look.width} px`
          expect.soft(await axe(page), name).toEqual([])
          expect.soft(await overflowOf(page), `${name}: pushed sideways`).toBe(0)
          expect.soft(await page.locator('h1').count(), `${name}: titles`).toBe(1)
        }
        expect(await page.title()).toMatch(/^\S.* · Vigie$/)
        expect(await page.locator('html').getAttribute('lang')).toBe(language)
        expect(await leftoversIn(page, language)).toEqual([])
      },
      60_000,
    )
  })

  describe('by the keyboard', () => {
    async function visit(address: string): Promise<Page> {
      const shop = (await opening) ?? expect.fail('the shop is not open')
      const page = await visits.open(address, { storage: shop.storage })
      await settled(page)
      return page
    }

    test('Ctrl+K finds a screen by its name', async () => {
      const page = await visit('/calendar')
      await page.keyboard.press('Control+k')
      const palette = page.getByRole('dialog', { name: 'Commands' })
      await palette.getByRole('option').first().waitFor()
      expect(await axe(page)).toEqual([])
      await page.keyboard.type('results')
      await palette
        .getByRole('option', { name: /^Results/ })
        .first()
        .waitFor()
      await page.keyboard.press('Enter')
      await page.waitForURL('**/results**')
    })

    test('the question mark lists the keys, and Escape puts the list away', async () => {
      const page = await visit('/inbox')
      await page.keyboard.press('?')
      const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
      await sheet.getByText('Next conversation').waitFor()
      expect(await axe(page)).toEqual([])
      await page.keyboard.press('Escape')
      await sheet.waitFor({ state: 'hidden' })
    })

    test('G then a letter goes to each screen of the sidebar', async () => {
      const page = await visit('/calendar')
      const letters = await keysOnDisk()
      expect(letters.size).toBeGreaterThanOrEqual(6)
      for (const [letter, screen] of [...letters].toReversed()) {
        await page.keyboard.press('g')
        await page.keyboard.press(letter)
        await page.waitForURL(`**${screen}`)
        await settled(page)
      }
    })

    test('a post moves to another day from its menu, and keeps its hour', async () => {
      const [from, to] = [dayFromNow(2), dayFromNow(9)]
      const page = await visit(`/calendar?day=${from}`)
      const on = (day: string) =>
        page.locator(`[data-day="${day}"] [data-post]`, { hasText: /18:30\s*Un nœud/ })
      await on(from).focus()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.locator('[role^=menu]:focus').waitFor()
      await page.keyboard.press('a')
      await page.locator('[role=menuitem]:focus', { hasText: 'A week later' }).waitFor()
      const [told] = await Promise.all([
        page.waitForResponse(/\/move$/),
        page.keyboard.press('Enter'),
      ])
      expect(await told.json()).toMatchObject({ wallTime: `${to}T18:30` })
      await on(to).waitFor()
      await expect.poll(() => on(from).count()).toBe(0)
    })
  })
})

/** A day of the shop's calendar. */
const dayFromNow = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' })

/** How far the page can be pushed sideways, in pixels. */
async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const main = document.querySelector('main')
    return Math.max(
      document.documentElement.scrollWidth - innerWidth,
      main ? main.scrollWidth - main.clientWidth : 0,
    )
  })
}

/** Lines that nobody translated or filled in: `{count} posts`, the key of a message, a sentence in English. */
async function leftoversIn(page: Page, language: 'en' | 'fr'): Promise<string[]> {
  const [text, meant] = await page.evaluate(() => [
    document.body.innerText,
    // Braces that are shown on purpose: the holes of templates.
    [...document.querySelectorAll<HTMLElement>('[data-holes]')].map((one) => one.innerText),
  ])
  return meant
    .reduce((rest, holes) => rest.replaceAll(holes, ''), text)
    .split('\n')
    .filter(
      (line) =>
        /\{\w+\}/.test(line) ||
        isMessageKey(line) ||
        (language === 'fr' && english.has(line) && line !== 'English'),
    )
}

/** Six signs that look like no word, such as `VrI-k4` and `MzeDnC`: a message whose words were not loaded. */
const isMessageKey = (line: string) =>
  /^(?=.*([a-z][A-Z]|\d[a-zA-Z]|[a-zA-Z]\d))[\w+/-]{6}$/.test(line)
