import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core'
import { afterAll, afterEach, beforeEach, expect } from 'vitest'
import { findBrowser, openBrowser } from '#support/browser.ts'
import type { RealDesk } from './desk.ts'

export type Storage = Exclude<BrowserContextOptions['storageState'], string | undefined>

/** How a person sees the desk. */
export interface Look {
  language?: 'en' | 'fr'
  theme?: 'light' | 'dark'
  width?: 1440 | 390
  /** What the browser kept of an earlier visit: who is signed in, the company. */
  storage?: Storage
}

export interface Visits {
  /** A page of the desk in a browser that has never been there, unless `storage` says otherwise. */
  open(path: string, look?: Look): Promise<Page>
  /** A browser like `open` gives it, for more than one page. */
  context(look?: Look): Promise<BrowserContext>
  /** Sentences of the console that this test expects, such as a refusal it provokes. */
  expects(sentence: RegExp): void
}

/**
 * Inside a `describe`: browsers that visit the desk. A test fails when a page it opened threw, wrote an error on its
 * console, or was answered 5xx. The tests are skipped, with the reason, on a machine without a browser.
 * @param options.keep pages stay open from test to test; without it they close with the test that opened them
 */
export function useVisits(desk: () => RealDesk, { keep = false } = {}): Visits {
  let browser: Browser | undefined
  const contexts: BrowserContext[] = []
  let wrong: string[] = []
  let expected: RegExp[] = []

  beforeEach(async (test) => {
    if (browser) return
    const found = await findBrowser()
    if ('reason' in found) return test.skip(found.reason)
    browser = await openBrowser()
  }, 300_000)
  afterEach(async (test) => {
    if (test.task.result?.state === 'fail') await photograph(contexts)
    const met = wrong.filter((sentence) => !expected.some((one) => one.test(sentence)))
    const closing = keep ? [] : contexts.splice(0)
    ;[wrong, expected] = [[], []]
    await Promise.all(closing.map((context) => context.close()))
    expect(met, 'what went wrong in the browser').toEqual([])
  })
  afterAll(() => browser?.close())

  async function context(look: Look = {}): Promise<BrowserContext> {
    if (!browser)
      throw new Error('The browser opens with the first test: ask for it inside a test.')
    const opened = await browser.newContext(optionsFor(desk().url, look))
    contexts.push(opened)
    opened.on('page', (page) => watch(page, (sentence) => wrong.push(sentence)))
    return opened
  }

  return {
    context,
    async open(path, look) {
      const page = await (await context(look)).newPage()
      await page.goto(path)
      return page
    },
    expects: (sentence) => void expected.push(sentence),
  }
}

/** What a person's browser says; a headless one would be counted among the robots. */
const USUAL_BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36'

/** What a failed test was looking at. */
async function photograph(contexts: readonly BrowserContext[]): Promise<void> {
  for (const page of contexts.flatMap((context) => context.pages())) {
    const path = join(tmpdir(), `vigie-e2e-${Date.now()}.png`)
    await page.screenshot({ path, timeout: 5_000 }).catch(() => {})
    process.stderr.write(`${page.url()} looked like ${path}\n`)
  }
}

const PHONE = { isMobile: true, hasTouch: true, deviceScaleFactor: 1 }

function optionsFor(baseURL: string, look: Look): BrowserContextOptions {
  const { language = 'en', theme = 'light', width = 1440, storage } = look
  return {
    baseURL,
    userAgent: USUAL_BROWSER,
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    timezoneId: 'Europe/Paris',
    colorScheme: theme,
    // Nothing moves: a fade would be measured half-way.
    reducedMotion: 'reduce',
    viewport: sizeOf(width),
    ...(width === 390 ? PHONE : {}),
    ...(storage ? { storageState: inLanguage(storage, language) } : {}),
  }
}

const under = new WeakMap<Page, Set<Request>>()

/** Resolves when a screen is there in full: its title, no row still to come, no request under way. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(isWhole)
  await expect
    .poll(() => under.get(page)?.size, { timeout: 30_000, message: `requests of ${page.url()}` })
    .toBe(0)
  await page.waitForFunction(isWhole)
}

/** Skeletons are statuses in a `div`. */
function isWhole(): boolean {
  return document.querySelector('h1') !== null && !document.querySelector('div[role="status"]')
}

/** Redraws an open page in another size and theme. */
export async function redraw(page: Page, look: Required<Pick<Look, 'theme' | 'width'>>) {
  await page.setViewportSize(sizeOf(look.width))
  await page.emulateMedia({ colorScheme: look.theme })
  await page.waitForFunction(
    (theme) => document.documentElement.dataset['theme'] === theme,
    look.theme,
  )
  await settled(page)
}

const sizeOf = (width: number) => ({ width, height: width === 390 ? 844 : 900 })

/** The language chosen on an earlier visit would win over the browser's. */
function inLanguage(storage: Storage, language: string): Storage {
  const origins = storage.origins.map((origin) => ({
    ...origin,
    localStorage: origin.localStorage.map((item) =>
      item.name === 'vigie.locale' ? { ...item, value: language } : item,
    ),
  }))
  return { ...storage, origins }
}

function watch(page: Page, tell: (sentence: string) => void): void {
  page.setDefaultTimeout(20_000)
  const requests = new Set<Request>()
  under.set(page, requests)
  // Live updates stay open for good.
  page.on('request', (one) => one.resourceType() !== 'eventsource' && requests.add(one))
  page.on('requestfinished', (one) => requests.delete(one))
  page.on('requestfailed', (one) => requests.delete(one))
  page.on('pageerror', (error) => tell(`${page.url()} threw ${error.stack ?? String(error)}`))
  page.on('console', (message) => {
    if (message.type() === 'error') {
      tell(`${page.url()} wrote ${message.text()} (${message.location().url})`)
    }
  })
  page.on('response', (response) => {
    if (response.status() >= 500) tell(`${response.url()} answered ${response.status()}`)
  })
}
