import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { axe } from './accessibility.ts'
import { openComposer } from './compose.ts'
import { useDesk } from './desk.ts'
import { openThePracticeShop, type PracticeShop } from './practice-shop.ts'
import { settled, useVisits } from './visit.ts'

/** A busy machine is slow. */
const soon = { timeout: 20_000 }

/** A wide picture, of its own colour. */
async function picture(hue: number): Promise<Buffer> {
  const background = { r: hue, g: 120, b: 80 }
  return sharp({ create: { width: 1600, height: 800, channels: 3, background } })
    .png()
    .toBuffer()
}

/** Pastes pictures where the keyboard stands, as from a screenshot. */
async function paste(page: Page, pictures: Buffer[]): Promise<void> {
  await page.evaluate(
    (files) => {
      const clipboardData = new DataTransfer()
      for (const [i, bytes] of files.entries()) {
        const data = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))
        clipboardData.items.add(new File([data], `collage-${i + 1}.png`, { type: 'image/png' }))
      }
      const target = document.activeElement ?? document.body
      const pasted = { clipboardData, bubbles: true, cancelable: true }
      target.dispatchEvent(new ClipboardEvent('paste', pasted))
    },
    pictures.map((bytes) => bytes.toString('base64')),
  )
}

describe('pictures of a post', { timeout: 90_000 }, () => {
  const desk = useDesk()
  const visits = useVisits(desk)
  let shop: PracticeShop
  beforeEach(async () => {
    shop ??= await openThePracticeShop(await visits.open('/'))
  }, 120_000)

  async function compose(): Promise<Page> {
    const page = await visits.open('/calendar', { storage: shop.storage })
    await settled(page)
    await openComposer(page)
    await page.getByRole('textbox', { name: 'Text of the post' }).fill('La table du salon')
    const account = page.getByRole('button', { name: /atelier\.morel(?!@)/, pressed: false })
    if (await account.count()) await account.first().click()
    return page
  }

  const slips = (page: Page) => page.getByRole('dialog').locator('[data-media]')
  const order = (page: Page) =>
    slips(page).evaluateAll((all) => all.map((one) => one.getAttribute('data-media')))

  test('are pasted, described, put in order by the keyboard and by a drag', async () => {
    const page = await compose()
    await paste(page, [await picture(10), await picture(60), await picture(110)])
    await expect.poll(() => slips(page).count(), soon).toBe(3)
    const [a, b, c] = await order(page)

    await slips(page).nth(2).getByRole('button', { name: 'Move up' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => order(page), soon).toEqual([a, c, b])

    await slips(page)
      .nth(0)
      .locator('[draggable=true]')
      .dragTo(slips(page).nth(2).locator('textarea'))
    await expect.poll(() => order(page), soon).toEqual([c, b, a])
    expect(await axe(page)).toEqual([])
  })

  test('are cut for one account around what must stay in sight, and one sees before and after', async () => {
    const page = await compose()
    await paste(page, [await picture(200)])
    await slips(page).getByRole('button', { name: 'Cut and weight' }).click()
    const framing = page.getByRole('region', { name: /^What is kept of/ })
    const point = framing.getByRole('button', { name: /^What must stay in sight/ })

    await point.focus()
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('ArrowRight')
    await framing
      .getByRole('button', { name: /62\s?% from the left, 50\s?% from the top/ })
      .waitFor()
    const box = (await framing.locator('img').first().boundingBox()) ?? expect.fail('no picture')
    await page.mouse.click(box.x + box.width * 0.9, box.y + box.height * 0.25)
    await framing
      .getByRole('button', { name: /90\s?% from the left, 25\s?% from the top/ })
      .waitFor()

    const row = framing.getByRole('listitem').first()
    const whole = row.getByRole('figure').filter({ hasText: 'After' })
    await expect.poll(() => whole.innerText(), soon).toContain('1,600 × 800')
    await row.getByRole('radio', { name: '1:1' }).check()
    await expect.poll(() => whole.innerText(), soon).toContain('800 × 800')
    await expect
      .poll(() => whole.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth), soon)
      .toBe(800)
    expect(await axe(page)).toEqual([])
  })

  test('are pasted into the library, and kept once', async () => {
    const page = await visits.open('/library', { storage: shop.storage })
    await settled(page)
    const cards = page.getByRole('main').locator('img[src*="/thumbnail"]')
    const before = await cards.count()
    await paste(page, [await picture(240)])
    await expect.poll(() => cards.count(), soon).toBe(before + 1)
    await paste(page, [await picture(240)])
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
    await expect.poll(() => cards.count(), soon).toBe(before + 1)
  })

  test('wait for the network when it is cut, and go on by themselves', async () => {
    const page = await visits.open('/library', { storage: shop.storage })
    await settled(page)
    visits.expects(/Failed to load resource/)
    let cut = true
    await page.route(/\/api\/v1\/media(\?|$)/, (route) =>
      cut && route.request().method() === 'POST'
        ? route.abort('connectionreset')
        : route.continue(),
    )
    await paste(page, [await picture(251)])
    await page.getByText('Interrupted. Retrying automatically…').waitFor()
    cut = false
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await page.getByText('collage-1.png').first().waitFor()
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
    await expect.poll(() => page.getByRole('alert').count()).toBe(0)
  })
})

describe('a video of a post', { timeout: 90_000 }, () => {
  const desk = useDesk()
  const visits = useVisits(desk)
  let shop: PracticeShop
  beforeEach(async () => {
    shop ??= await openThePracticeShop(await visits.open('/'))
  }, 120_000)

  const fixtures = '../../src/domain/publishing/media/video/fixtures/'
  const film = (name: string) => fileURLToPath(new URL(`${fixtures}${name}`, import.meta.url))

  test('is told for what it is, has a still of this browser, and another when one is chosen', async () => {
    const page = await visits.open('/library', { storage: shop.storage })
    await settled(page)
    await page.locator('input[type=file]').setInputFiles(film('essai.webm'))
    const card = page.getByRole('main').getByRole('listitem').filter({ hasText: 'essai.webm' })
    await card.getByText(/VP9 · no sound · 12 frames a second/).waitFor()
    const still = card.locator('img')
    await expect.poll(() => still.getAttribute('src'), soon).toContain('still=')
    const first = await still.getAttribute('src')

    await card.getByRole('button', { name: 'Actions on essai.webm' }).click()
    await page.getByRole('menuitem', { name: 'Choose the cover frame…' }).click()
    const video = page.getByRole('dialog').locator('video')
    await video.evaluate(async (one: HTMLVideoElement) => {
      if (one.readyState < 2) await new Promise((go) => one.addEventListener('loadeddata', go))
      one.currentTime = 1.9
      await new Promise((go) => one.addEventListener('seeked', go, { once: true }))
    })
    const changed = page.waitForResponse((answer) =>
      new URL(answer.url()).pathname.endsWith('/poster'),
    )
    await page.getByRole('button', { name: 'Use this frame as the cover' }).click()
    expect((await changed).status()).toBe(200)
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Done' }).click()
    await expect.poll(() => still.getAttribute('src'), soon).not.toBe(first)
  })

  test('beside a picture is refused in the margin; a damaged one with a sentence', async () => {
    visits.expects(/Failed to load resource/)
    const page = await visits.open('/calendar', { storage: shop.storage })
    await settled(page)
    await openComposer(page)
    const composer = page.getByRole('dialog')
    await composer.getByRole('textbox', { name: 'Text of the post' }).fill('Le rabot')
    const account = composer.getByRole('button', { name: /atelier\.morel(?!@)/, pressed: false })
    if (await account.count()) await account.first().click()
    await composer.locator('input[type=file]').setInputFiles(film('essai.webm'))
    await composer.getByLabel('What the video shows and says').waitFor()
    await paste(page, [await picture(77)])
    await composer.getByText(/shows a video or pictures, not both/).waitFor()

    const damaged = Buffer.concat([readFileSync(film('essai.mp4')).subarray(0, 5000)])
    const file = { name: 'abîmée.mp4', mimeType: 'video/mp4', buffer: damaged }
    await composer.locator('input[type=file]').setInputFiles(file)
    await composer.getByRole('alert').getByText('This video is damaged').waitFor()
  })
})
