import type { Browser, Page } from 'playwright-core'

export interface Look {
  /** Milliseconds until the largest thing of the first screen is drawn. */
  lcp: number
  cls: number
}

/** A laptop on a home line, and the same with a processor four times slower. */
export const CONDITIONS = { desktop: { slower: 1 }, slow: { slower: 4 } } as const

/** Opens an address cold, on a line of 9 Mb/s and 60 ms, and watches how it comes up. */
export async function watch(
  browser: Browser,
  url: string,
  { slower, cookies, company }: { slower: number; cookies?: string; company?: string },
): Promise<{ look: Look; page: Page; close(): Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  if (cookies) {
    const [name = '', value = ''] = cookies.split(/=(.*)/s)
    await context.addCookies([{ name, value, url }])
  }
  await context.addInitScript(`(() => {
    ${company ? `for (const s of [localStorage, sessionStorage]) s.setItem('vigie.company', '${company}')` : ''}
    const seen = { lcp: 0, cls: 0, slowest: 0 }
    window.seen = seen
    new PerformanceObserver((l) => { for (const e of l.getEntries()) seen.lcp = e.startTime }).observe({ type: 'largest-contentful-paint', buffered: true })
    new PerformanceObserver((l) => { for (const e of l.getEntries()) if (!e.hadRecentInput) seen.cls += e.value }).observe({ type: 'layout-shift', buffered: true })
    new PerformanceObserver((l) => { for (const e of l.getEntries()) if (e.interactionId || e.name === 'drop') seen.slowest = Math.max(seen.slowest, e.duration) }).observe({ type: 'event', durationThreshold: 16, buffered: true })
  })()`)
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  const bytesPerSecond = (9 * 1e6) / 8
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 60,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await page.goto(url, { waitUntil: 'networkidle' }).catch(() => {})
  await page.waitForTimeout(1500)
  const look = await page.evaluate<Look>(
    '({ lcp: Math.round(seen.lcp), cls: Math.round(seen.cls * 1000) / 1000 })',
  )
  return { look, page, close: () => context.close() }
}

/**
 * The slowest of some interactions, in milliseconds, as Interaction to Next Paint counts them (web.dev/inp): from
 * the key or the drop to the next paint, in steps of 8. INP itself leaves drags out; here a drop counts as one.
 */
export async function slowestOf(
  page: Page,
  times: number,
  act: (n: number) => Promise<void>,
): Promise<number> {
  await page.evaluate('seen.slowest = 0')
  for (let i = 0; i < times; i++) {
    await act(i)
    await page.waitForTimeout(250)
  }
  return page.evaluate<number>('seen.slowest')
}
