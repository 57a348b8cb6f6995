import { isbot } from 'isbot'
import { previewFetcher } from './preview-fetcher.ts'
import type { ReasonCode, Verdict } from './reasons.ts'

/** After this long without a click, the same visitor counts again: the usual length of a visit. */
export const REPEAT_WINDOW_MS = 30 * 60_000

/** What is looked at in a request; header names as Node gives them, in lower case. */
export interface LinkRequest {
  method: string
  headers: Readonly<Record<string, string | string[] | undefined>>
  at: Date
  /** When the same visitor last opened the same link as a person, if known. */
  lastSeen?: Date | undefined
}

export interface Judgement {
  verdict: Verdict
  reason: ReasonCode
  /** Who asked, in a word or two, for programs only. At most 60 characters. */
  agent?: string
}

/**
 * Says whether a request to a short link was a person, a preview, a bot or the same person again.
 * Doubt goes to the person only when the request looks like a browser's in every respect we know.
 *
 * Sources: `Sec-Purpose` (Fetch Standard; Chromium also sends `prefetch;prerender`), `Purpose` and
 * `X-Purpose` (older Chromium and WebKit), `X-Moz` (Firefox before 115); `isbot` 5 for programs
 * that name themselves; 30 minutes as in the visits of web analytics.
 */
export function judge(request: LinkRequest): Judgement {
  return judgeProgram(request) ?? judgePerson(request)
}

function judgeProgram({ method, headers }: LinkRequest): Judgement | undefined {
  const userAgent = one(headers['user-agent']).trim()
  if (isPrefetch(headers)) return { verdict: 'preview', reason: 'prefetch' }
  const fetcher = previewFetcher(userAgent)
  if (fetcher) return { verdict: 'preview', reason: 'preview-fetcher', agent: fetcher }
  if (!userAgent) return { verdict: 'bot', reason: 'no-user-agent' }
  if (isbot(userAgent)) return { verdict: 'bot', reason: 'known-bot', agent: nameOf(userAgent) }
  if (method === 'HEAD') return { verdict: 'preview', reason: 'headers-only' }
  if (headers['accept-language']) return undefined
  if (!/^(Mozilla|Opera)\/\d/.test(userAgent)) {
    return { verdict: 'bot', reason: 'not-a-browser', agent: nameOf(userAgent) }
  }
  return headers.accept ? undefined : { verdict: 'bot', reason: 'no-browser-headers' }
}

function judgePerson({ at, lastSeen }: LinkRequest): Judgement {
  const lately = lastSeen && at.getTime() - lastSeen.getTime() < REPEAT_WINDOW_MS
  return lately
    ? { verdict: 'repeat', reason: 'seen-lately' }
    : { verdict: 'human', reason: 'looks-human' }
}

function isPrefetch(headers: LinkRequest['headers']): boolean {
  return ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].some((name) =>
    /^(prefetch|prerender|preview|instant)/i.test(one(headers[name])),
  )
}

/** `GPTBot` of `Mozilla/5.0 (compatible; GPTBot/1.2; +…)`, `curl` of `curl/8.5.0`. */
function nameOf(userAgent: string): string {
  const compatible = /compatible;\s*([^;/)]+)/i.exec(userAgent)?.[1]
  return (compatible ?? userAgent.split(/[/(;]/)[0] ?? userAgent).trim().slice(0, 60)
}

function one(header: string | string[] | undefined): string {
  return (Array.isArray(header) ? header[0] : header) ?? ''
}
