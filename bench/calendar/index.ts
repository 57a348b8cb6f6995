import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openBrowser } from '#support/browser.ts'
import type { BenchResult } from '../run.ts'
import { freePort, startUntil } from '../support/processes.ts'
import { slowestOf, watch } from '../web/measure.ts'
import { plainPage, seed, type Shop } from '../web/shop.ts'
import { type Answer, ask } from './ask.ts'

const root = path.resolve(import.meta.dirname, '../..')
const SIZES = [500, 3000]
const MOVES = 8

/**
 * A month of 500 and of 3,000 posts: what the desk answers when the calendar asks for it (time, bytes on the wire,
 * posts in it), first paint, and a post moved by the keyboard; against a plain page of the same posts in one table.
 * @param sizes other numbers of posts than those
 */
export async function run(sizes: string[]): Promise<BenchResult> {
  const figures: BenchResult['figures'] = {}
  const against: BenchResult['against'] = {}
  for (const posts of sizes.length > 0 ? sizes.map(Number) : SIZES) {
    const { ours, theirs } = await month(posts)
    for (const [key, value] of Object.entries(ours)) figures[`${posts}_${key}`] = value
    for (const [key, value] of Object.entries(theirs)) against[`${posts}_${key}`] = value
  }
  return { figures, against }
}

async function month(posts: number) {
  const folder = mkdtempSync(path.join(tmpdir(), 'vigie-bench-calendar-'))
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const env = { PORT: String(port), VIGIE_DATA_DIR: folder, NODE_ENV: 'production' }
  const command = [process.execPath, ['src/main/start.ts'], { cwd: root, env }] as const
  const desk = await startUntil(`${origin}/health`, command[0], [...command[1]], command[2])
  const browser = await openBrowser()
  const plain = http.createServer()
  try {
    const shop = await seed(origin, posts)
    const page = plainPage(shop, posts)
    plain.on('request', (_request, response: http.ServerResponse) => {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(page)
    })
    const plainPort = await freePort()
    plain.listen(plainPort, '127.0.0.1')
    const table = `http://127.0.0.1:${plainPort}/`
    const list = await ask(`${origin}/api/v1/posts?${rangeOf(shop)}`, {
      cookie: shop.cookie,
      'vigie-company': shop.companyId,
    })
    const url = `${origin}/calendar?day=${shop.month}-15`
    const ours = { ...named(list), ...(await look(browser, url, shop)) }
    const theirs = { ...named(await ask(table, {})), ...(await look(browser, table)) }
    return { ours, theirs }
  } finally {
    plain.close()
    await browser.close()
    await desk.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const named = ({ ms, bytes, posts }: Answer) => ({ answer_ms: ms, answer_bytes: bytes, posts })

/** As the screen asks: whole weeks around the month, and a day on either side. */
function rangeOf({ month: of }: Shop): string {
  const first = Date.parse(`${of}-01T00:00:00Z`)
  const day = 86_400_000
  const from = new Date(first - 7 * day).toISOString()
  const to = new Date(first + 39 * day).toISOString()
  return `from=${from}&to=${to}`
}

async function look(browser: Awaited<ReturnType<typeof openBrowser>>, url: string, shop?: Shop) {
  const signedIn = shop ? { cookies: shop.cookie, company: shop.companyId } : {}
  const { look: seen, page, close } = await watch(browser, url, { slower: 1, ...signedIn })
  const one = shop ? page.locator('td [data-post]').nth(1) : page.locator('button').first()
  await one.focus()
  const key = shop ? 'Alt+ArrowRight' : 'ArrowDown'
  const inp = await slowestOf(page, MOVES, () => page.keyboard.press(key))
  await close()
  return { lcp_ms: seen.lcp, cls: seen.cls, inp_move_ms: inp }
}
