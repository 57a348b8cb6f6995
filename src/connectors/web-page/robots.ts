import robotsParser from 'robots-parser'
import { send } from '#connectors/_contract/ask.ts'
import type { Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { usualFailure } from '#connectors/_contract/usual-failure.ts'

/** RFC 9309, section 2.5: at least 500 KiB of it are read. */
const maxBytes = 512_000

/**
 * Whether a site lets us read a page (RFC 9309). Without a robots.txt everything may be read; while it cannot be had for a
 * reason of the server's, nothing.
 */
export async function mayRead(tools: Tools, page: string): Promise<Outcome<boolean>> {
  const request = {
    url: new URL('/robots.txt', page).href,
    headers: { accept: 'text/plain' },
    maxBytes,
  }
  const sent = await send(tools, request)
  if (!sent.ok) {
    const isTooLarge = sent.failure.detail.startsWith('too-large:')
    return isTooLarge ? done(true) : sent
  }
  const reply = sent.value
  if (reply.status === 429 || reply.status >= 500) {
    return failed(usualFailure(reply, request, new URL(page).host, tools))
  }
  if (reply.status !== 200) return done(true)
  return done(robotsParser(request.url, reply.text).isAllowed(page, 'Vigie') !== false)
}
