import { afterEach, describe, expect, it, vi } from 'vitest'

import { findBrowser, openBrowser } from './browser.ts'

afterEach(() => vi.unstubAllEnvs())

describe('the browser of the tests', () => {
  it('opens a page', async (test) => {
    const found = await findBrowser()
    if ('reason' in found) return test.skip(found.reason)
    const browser = await openBrowser()
    const page = await browser.newPage()
    await page.setContent('<h1>Atelier Morel</h1>')
    expect(await page.textContent('h1')).toBe('Atelier Morel')
    await browser.close()
  }, 300_000)

  it('says what CHROME_PATH expects when it leads elsewhere', async () => {
    vi.stubEnv('CHROME_PATH', '/bin/false')
    expect(await findBrowser()).toEqual({
      reason: 'CHROME_PATH must lead to Chrome or Chromium, and /bin/false does not run.',
    })
  })
})
