import { loadavg } from 'node:os'
import type { Page } from 'playwright-core'
import { openBrowser } from '#support/browser.ts'
import { fill } from '../listening/fill.ts'
import { writeSpeech } from '../listening/speech.ts'
import type { BenchResult } from '../run.ts'
import { openCompany } from '../support/company.ts'
import { withDesk } from '../support/private-desk.ts'
import { quantile } from '../support/times.ts'
import { slowestOf, watch } from '../web/measure.ts'

const STEPS = 200
const KEYS = 20

/**
 * A list of so many mentions in a real browser: scrolled by the wheel where it begins, then with all of it loaded, and walked
 * by the keyboard there. How long frames take, and from a key to the next paint. Against: a page where nothing is drawn,
 * watched as long.
 * @param args `--mentions=100000`; pages are asked for by 200, so that all of it is loaded in minutes
 */
export async function run(args: string[]): Promise<BenchResult> {
  const asked = args.find((one) => one.startsWith('--mentions='))
  const mentions = Number(asked?.slice('--mentions='.length) ?? 100_000)
  const browser = await openBrowser()
  try {
    return await withDesk(async (open) => {
      const owner = await openCompany(open, { practice: false })
      await writeSpeech(open.desk.db)
      const { companyId } = await fill(open, owner, 'Atelier 0', { mentions, days: 35, storm: 0 })
      const origin = await open.server.listen({ port: 0, host: '127.0.0.1' })
      const seen = { cookies: owner.headers['cookie'] ?? '', company: companyId, slower: 1 }
      const { page, close } = await watch(browser, `${origin}/listening?fold=no`, seen)
      try {
        return { figures: await measure(page), against: await nothing(page) }
      } finally {
        await close()
      }
    })
  } finally {
    await browser.close()
  }
}

async function measure(page: Page): Promise<BenchResult['figures']> {
  await page.route(/\/api\/v1\/mentions\?/, (route) =>
    route.continue({ url: `${route.request().url()}&limit=200` }),
  )
  await page.locator('[data-mention]').first().waitFor()
  await page.mouse.move(700, 600)
  const first = await frames(page, () => scroll(page, 400))
  const began = performance.now()
  const loaded = await loadAll(page)
  const loading = Math.round((performance.now() - began) / 1_000)
  const whole = await frames(page, () => scroll(page, -400))
  await page.locator('[data-mention]').nth(3).focus()
  const walk = await slowestOf(page, KEYS, () => page.keyboard.press('k'))
  const dismiss = await slowestOf(page, 4, () => page.keyboard.press('e'))
  return {
    ...named('first_pages', first),
    mentions_in_list: loaded,
    loading_s: loading,
    ...named('whole_list', whole),
    inp_walk_ms: walk,
    inp_dismiss_ms: dismiss,
    load: loadavg()[0] ?? null,
  }
}

const named = (name: string, measures: Record<string, number>) =>
  Object.fromEntries(Object.entries(measures).map(([key, value]) => [`${name}_${key}`, value]))

async function scroll(page: Page, by: number): Promise<void> {
  for (let i = 0; i < STEPS; i++) {
    await page.mouse.wheel(0, by)
    await page.waitForTimeout(20)
  }
}

/** To the end, again and again, until nothing more comes. */
async function loadAll(page: Page): Promise<number> {
  const length = () =>
    page.evaluate<[number, boolean]>(`(() => {
      const row = [...document.querySelectorAll('[aria-posinset]')].at(-1)
      const main = row.closest('main')
      main.scrollTop = main.scrollHeight
      return [Number(row.ariaPosInSet), row.ariaSetSize !== '-1']
    })()`)
  for (;;) {
    const [last, complete] = await length()
    if (complete) return last
    await page.waitForTimeout(30)
  }
}

/** How long the frames drawn meanwhile took, and how often the page did nothing else for 50 ms. */
async function frames(page: Page, work: () => Promise<void>): Promise<Record<string, number>> {
  await page.evaluate(`(() => {
    const drawn = { times: [], long: 0, on: true }
    window.drawn = drawn
    let last = performance.now()
    const next = (now) => { drawn.times.push(now - last); last = now; if (drawn.on) requestAnimationFrame(next) }
    requestAnimationFrame(next)
    drawn.watch = new PerformanceObserver((list) => { drawn.long += list.getEntries().length })
    drawn.watch.observe({ type: 'longtask' })
  })()`)
  await work()
  const { times, long } = await page.evaluate<{ times: number[]; long: number }>(
    `(() => { drawn.on = false; drawn.watch.disconnect(); return { times: drawn.times.slice(1), long: drawn.long } })()`,
  )
  times.sort((a, b) => a - b)
  return {
    frames: times.length,
    frame_p50_ms: quantile(times, 0.5),
    frame_p95_ms: quantile(times, 0.95),
    frame_max_ms: quantile(times, 1),
    frames_over_50_ms: times.filter((time) => time > 50).length,
    long_tasks: long,
  }
}

async function nothing(page: Page): Promise<Record<string, number>> {
  await page.goto('about:blank')
  return named('blank', await frames(page, () => scroll(page, 400)))
}
