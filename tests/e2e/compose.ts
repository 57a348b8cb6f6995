import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'

/** Opens the composer by its key, as soon as nothing lies above the page: what does has the keyboard for itself. */
export async function openComposer(page: Page): Promise<void> {
  await expect.poll(() => page.locator('[role=dialog],[role=menu]').count()).toBe(0)
  await page.keyboard.press('c')
}

/** Opens the composer and writes; the only account is chosen already. */
export async function writePost(page: Page, text: string): Promise<void> {
  await openComposer(page)
  await page.getByRole('textbox', { name: 'Text of the post' }).fill(text)
  await expect.poll(() => page.getByRole('dialog').locator('[aria-pressed=true]').count()).toBe(1)
}

/** Adds a picture from this machine and says what it shows. */
export async function addPicture(page: Page, alt: string): Promise<void> {
  const { bytes } = await pictureOf(alt)
  const file = { name: 'table.png', mimeType: 'image/png', buffer: Buffer.from(bytes) }
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file)
  const description = page.getByLabel('What the picture shows')
  await description.fill(alt)
  const kept = page.waitForResponse((response) => response.request().method() === 'PATCH')
  await description.blur()
  expect((await kept).status()).toBe(200)
}

/** Schedules what is written for the next minute of Lyon that is far enough to be typed. */
export async function scheduleSoon(page: Page): Promise<void> {
  const soon = new Date(Math.ceil((Date.now() + 15_000) / 60_000) * 60_000)
  const [day = '', time = ''] = soon
    .toLocaleString('sv-SE', { timeZone: 'Europe/Paris' })
    .split(' ')
  const composer = page.getByRole('dialog')
  await composer.getByLabel('Day').fill(day)
  await composer.getByLabel('Hour').fill(time.slice(0, 5))
  await composer.getByRole('button', { name: /^Schedule: / }).click()
  await composer.waitFor({ state: 'hidden' })
}

/** Sends what is written now. */
export async function publishNow(page: Page): Promise<void> {
  const composer = page.getByRole('dialog')
  await composer.getByRole('radio', { name: 'Now' }).click()
  await composer.getByRole('button', { name: 'Publish now' }).click()
  await composer.waitFor({ state: 'hidden' })
}

/** Waits on the calendar until a post has left; answers where it stands on the network. */
export async function seeItLeave(page: Page, words: RegExp): Promise<string> {
  await page.getByRole('navigation').getByRole('link', { name: 'Calendar' }).click()
  const post = page.getByRole('button', { name: words })
  const published = post.filter({ has: page.getByRole('img', { name: 'Published' }) })
  await published.waitFor({ timeout: 150_000 })
  await published.click()
  const seeIt = page.getByRole('dialog').getByRole('link', { name: 'See it' })
  const address = await seeIt.getAttribute('href')
  await page.keyboard.press('Escape')
  return address ?? ''
}
