import { createHash } from 'node:crypto'
import type { AuditEntry } from './entry.ts'

/** What comes before the first entry of a company. */
export const BEGINNING = '0'.repeat(64)

/** What an entry says, as it is read back: an earlier Vigie may have written actions that this one does not. */
type Sealed = Omit<Required<AuditEntry>, 'action'> & { action: string }

/** SHA-256, in hexadecimal, over what an entry says. The order in which the database keeps keys does not matter. */
export function digestOf({ companyId, at, actor, action, subject, detail }: Sealed): string {
  return sha256(canonicalJson({ companyId, at, actor, action, subject, detail }))
}

/** The link: over the hash before, the entry's place and its digest. The database computes the same at a commit. */
export function linkOf(before: string, seq: number, digest: string): string {
  return sha256([before, seq, digest].join('\n'))
}

/**
 * JSON with the keys of every object in order of their UTF-16 units and no space (RFC 8785, JSON Canonicalization
 * Scheme; numbers and strings as ECMAScript writes them). An instant is its ISO form in UTC, to the millisecond.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
