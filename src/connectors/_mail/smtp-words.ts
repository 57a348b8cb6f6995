import type { Tools } from '#connectors/_contract/connector.ts'
import { type Failure, failed } from '#connectors/_contract/failure.ts'
import { refusedBy } from '#connectors/_contract/refusals.ts'
import { MailFailure } from '#platform/mail/courier.ts'

const minute = 60_000

/**
 * What a mail server means by its replies (RFC 5321, section 4.2, and RFC 4954 for logins; read 2026-11-25): 4xx asks to
 * come back, 5xx refuses for good.
 */
export function failureOf(tools: Pick<Tools, 'clock'>, host: string, error: unknown) {
  return failed(read(tools, host, error))
}

function read(tools: Pick<Tools, 'clock'>, host: string, error: unknown): Failure {
  const detail = error instanceof Error ? error.message.slice(0, 500) : String(error)
  if (!(error instanceof MailFailure)) return { kind: 'transient', detail }
  const { code, step, isDoubt } = error
  if (isDoubt) return { kind: 'unknown-outcome', detail }
  if (code === undefined) return { kind: 'transient', detail }
  if (step === 'login' && code >= 500) return { kind: 'auth', detail }
  // "Too many": 450 and 452 are said of one letter, 421 of all of them.
  if (code === 450 || code === 452) {
    return { kind: 'rate', until: new Date(tools.clock.now().getTime() + minute), detail }
  }
  if (code < 500) return { kind: 'transient', detail }
  const field = error.isAddress ? { field: 'to' } : {}
  return { kind: 'rejected', reason: refusedBy(host, detail), detail, ...field }
}
