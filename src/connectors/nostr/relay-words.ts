import type { Tools } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import { refusedBy } from '#connectors/_contract/refusals.ts'

const minute = 60_000

/** What a relay means by the word before the colon of a refusal (NIP-01 and NIP-42, read 2026-11-25). */
export function refusalOf(tools: Pick<Tools, 'clock'>, relay: string, words: string): Failure {
  const host = new URL(relay).host
  const detail = `${host}: ${words}`
  const [, prefix = ''] = /^([a-z-]+):/.exec(words) ?? []
  if (prefix === 'auth-required') return { kind: 'auth', detail }
  if (prefix === 'rate-limited') {
    // A relay never says until when.
    return { kind: 'rate', until: new Date(tools.clock.now().getTime() + minute), detail }
  }
  if (prefix === 'error') return { kind: 'transient', detail }
  return { kind: 'rejected', reason: refusedBy(host, words.slice(0, 300)), detail }
}
