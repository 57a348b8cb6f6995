import { describe, expect, test } from 'vitest'
import requests from './fixtures/requests.json' with { type: 'json' }
import { judge } from './verdict.ts'

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36'
const browserHeaders = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language': 'fr-FR,fr;q=0.9',
}
const noon = new Date('2026-03-02T12:00:00Z')

function click(headers: Record<string, string>, more: { method?: string; lastSeen?: Date } = {}) {
  return judge({ method: 'GET', headers: { 'user-agent': chrome, ...headers }, at: noon, ...more })
}

describe('who opened the link of Atelier Morel', () => {
  test.each(requests)(
    '$who',
    ({ userAgent, browser, method, expect: [verdict, reason, agent] }) => {
      const headers = { 'user-agent': userAgent, ...(browser ? browserHeaders : {}) }
      const judged = judge({ method: method ?? 'GET', headers, at: noon })
      expect([judged.verdict, judged.reason]).toEqual([verdict, reason])
      if (agent) expect(judged.agent).toBe(agent)
    },
  )
})

describe('a page fetched ahead is not a click', () => {
  test.each([
    ['sec-purpose', 'prefetch'],
    ['sec-purpose', 'prefetch;prerender'],
    ['purpose', 'prefetch'],
    ['x-purpose', 'preview'],
    ['x-moz', 'prefetch'],
  ])('%s: %s', (header, value) => {
    expect(click({ ...browserHeaders, [header]: value })).toEqual({
      verdict: 'preview',
      reason: 'prefetch',
    })
  })

  test('a browser that asks for the headers only has shown nothing', () => {
    expect(click(browserHeaders, { method: 'HEAD' }).reason).toBe('headers-only')
  })
})

describe('the same visitor', () => {
  const minutesBefore = (minutes: number) => new Date(noon.getTime() - minutes * 60_000)

  test('counts once within 30 minutes', () => {
    expect(click(browserHeaders, { lastSeen: minutesBefore(29.9) })).toEqual({
      verdict: 'repeat',
      reason: 'seen-lately',
    })
  })

  test('counts again after 30 minutes', () => {
    expect(click(browserHeaders, { lastSeen: minutesBefore(30) }).verdict).toBe('human')
  })

  test('is still a preview fetcher when it was seen before', () => {
    const headers = { 'user-agent': 'Twitterbot/1.0' }
    expect(click(headers, { lastSeen: minutesBefore(1) }).verdict).toBe('preview')
  })
})

test('a browser that hides its language only is believed', () => {
  expect(click({ accept: browserHeaders.accept }).verdict).toBe('human')
})

test('an endless name is kept short', () => {
  const judged = click({ 'user-agent': `${'Spider'.repeat(50)}/1.0` })
  expect(judged).toMatchObject({ verdict: 'bot' })
  expect(judged.agent).toHaveLength(60)
})
