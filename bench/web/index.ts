import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser } from '#support/browser.ts'
import type { BenchResult } from '../run.ts'
import { freePort, startUntil } from '../support/processes.ts'
import { CONDITIONS, slowestOf, watch } from './measure.ts'
import { plainPage, POSTS, seed, type Shop } from './shop.ts'

const root = path.resolve(import.meta.dirname, '../..')
const MOVES = 8

/**
 * The first screen with 500 posts in the month: weight, first paint, and a post moved by the keyboard and dragged; against a
 * plain server-rendered table of the same posts, whose rows answer a key by moving one place.
 */
export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vigie-bench-web-'))
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const env = { PORT: String(port), VIGIE_DATA_DIR: folder, NODE_ENV: 'production' }
  const desk = await startUntil(`${origin}/health`, process.execPath, ['src/main/start.ts'], {
    cwd: root,
    env,
  })
  const browser = await openBrowser()
  const shop = await seed(origin)
  const plain = http.createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(plainPage(shop))
  })
  const plainPort = await freePort()
  plain.listen(plainPort, '127.0.0.1')
  try {
    const url = `${origin}/calendar?day=${shop.month}-15`
    const table = `http://127.0.0.1:${plainPort}/`
    const figures: BenchResult['figures'] = {
      posts_in_month: POSTS,
      first_screen_js_kb: await firstScreenJs(),
    }
    const against: BenchResult['against'] = { posts_in_month: POSTS, first_screen_js_kb: 0 }
    for (const [name, { slower }] of Object.entries(CONDITIONS)) {
      Object.assign(figures, named(name, await ours(browser, url, slower, shop)))
      Object.assign(against, named(name, await theirs(browser, table, slower)))
    }
    return { figures, against }
  } finally {
    plain.close()
    await browser.close()
    await desk.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const named = (name: string, measures: Record<string, number>) =>
  Object.fromEntries(Object.entries(measures).map(([key, value]) => [`${name}_${key}`, value]))

async function ours(
  browser: Awaited<ReturnType<typeof openBrowser>>,
  url: string,
  slower: number,
  shop: Shop,
) {
  const { look, page, close } = await watch(browser, url, {
    slower,
    cookies: shop.cookie,
    company: shop.companyId,
  })
  const chip = page.locator('td [data-post]').nth(1)
  await chip.focus()
  const inp = await slowestOf(page, MOVES, () => page.keyboard.press('Alt+ArrowRight'))
  const drop = await slowestOf(page, MOVES, (n) => dragTo(page, `${shop.month}-${10 + n}`))
  await close()
  return { lcp_ms: look.lcp, cls: look.cls, inp_move_ms: inp, drop_ms: drop }
}

/** Drags the first post of the day before to a day. */
async function dragTo(page: Page, day: string) {
  const before = String(Number(day.slice(-2)) - 1).padStart(2, '0')
  const chip = page.locator(`[data-day="${day.slice(0, 8)}${before}"] [data-post]`).first()
  await chip.hover()
  await chip.and(page.locator('[draggable=true]')).waitFor()
  await chip.dragTo(page.locator(`[data-day="${day}"]`), { steps: 4 })
}

async function theirs(
  browser: Awaited<ReturnType<typeof openBrowser>>,
  url: string,
  slower: number,
) {
  const { look, page, close } = await watch(browser, url, { slower })
  await page.locator('button').first().focus()
  const inp = await slowestOf(page, MOVES, () => page.keyboard.press('ArrowDown'))
  await close()
  return { lcp_ms: look.lcp, cls: look.cls, inp_move_ms: inp }
}

/** As `bin/check` counts it, gzipped. */
async function firstScreenJs(): Promise<number | null> {
  if (!existsSync(path.join(root, 'dist/web/.vite/manifest.json'))) return null
  const child = spawn(process.execPath, ['bin/checks/budgets.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let said = ''
  for await (const chunk of child.stdout) said += String(chunk)
  return Number(/JavaScript: ([\d.]+) kB/.exec(said)?.[1] ?? Number.NaN)
}
