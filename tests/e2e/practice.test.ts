import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openComposer, publishNow } from './compose.ts'
import { useDesk } from './desk.ts'
import { openThePracticeShop } from './practice-shop.ts'
import { useVisits } from './visit.ts'

const TEXT = 'Un banc en frêne, pour voir ce qui arrive quand la réponse se perd.'

describe('in the practice company', () => {
  const desk = useDesk()
  const visits = useVisits(desk)

  test('one speaks as on X without an account there, loses an answer, and sees the post leave once', async () => {
    const { storage } = await openThePracticeShop(await visits.open('/'))
    const page = await visits.open('/channels?connect=yes', { storage })
    await connectAsOnX(page)
    await loseTheNextAnswer(page)

    await openComposer(page)
    const composer = page.getByRole('dialog')
    await composer.getByRole('button', { name: /morel\.essais/ }).click()
    const text = composer.getByRole('textbox', { name: 'Text of the post' })
    await text.fill('é'.repeat(281))
    await composer.getByText(/Too long for X \(simulation\) by one character/).waitFor()
    await text.fill(TEXT)
    await publishNow(page)

    const address = await seeItsStory(page)
    const left = await (await page.request.get(address.replace(/\/[^/]+$/, ''))).text()
    expect(left.split(TEXT).length - 1).toBe(1)
  }, 240_000)
})

async function connectAsOnX(page: Page) {
  await page.getByRole('button', { name: /^X \(simulation\)/ }).click()
  await page.getByLabel('Handle').fill('morel.essais')
  await page.getByLabel('Password').fill('chêne massif')
  await page.getByRole('button', { name: 'Connect X (simulation)' }).click()
  await page.getByText('morel.essais is connected on X (simulation).').first().waitFor()
}

async function loseTheNextAnswer(page: Page) {
  await page.getByRole('button', { name: 'Actions on morel.essais' }).click()
  await page.getByRole('menuitem', { name: 'Make it misbehave…' }).click()
  await page.getByRole('radio', { name: /^Its response is lost/ }).check()
  await page.getByRole('button', { name: 'Make it misbehave' }).click()
  await page.getByText('Its response is lost, on purpose.').waitFor()
}

/** @returns the address of the post */
async function seeItsStory(page: Page): Promise<string> {
  await page.getByRole('navigation').getByRole('link', { name: 'Calendar' }).click()
  const post = page.getByRole('button', { name: /Un banc en frêne/ })
  const published = post.filter({ has: page.getByRole('img', { name: 'Published' }) })
  await published.waitFor({ timeout: 150_000 })
  await published.click()
  const shown = page.getByRole('dialog')
  await shown.getByText('What happened').click()
  await shown.getByText(/The answer of X \(simulation\) was lost/).waitFor()
  await shown.getByText('It was found on X (simulation).').waitFor()
  return (await shown.getByRole('link', { name: 'See it' }).getAttribute('href')) ?? ''
}
