import { createHash } from 'node:crypto'
import type { Outgoing } from '#connectors/_contract/connector.ts'

const alphabet = '234567abcdefghijklmnopqrstuvwxyz'

/**
 * The name of the record a delivery makes: the same delivery always gives the same name, so that sending
 * it twice cannot make two posts. A TID (https://atproto.com/specs/tid, read 2026-11-22): 53 bits of
 * microseconds since 1970, 10 bits of clock id, in 13 characters that sort by time.
 *
 * Microseconds within the planned millisecond and clock id come from the delivery's id: 1,024,000 names
 * for each millisecond.
 */
export function recordKey(outgoing: Pick<Outgoing, 'id' | 'plannedAt'>): string {
  const hash = createHash('sha256').update(outgoing.id).digest()
  const micros = BigInt(outgoing.plannedAt.getTime()) * 1000n + BigInt(hash.readUInt32BE(0) % 1000)
  return base32((micros << 10n) | BigInt(hash.readUInt16BE(4) & 1023))
}

function base32(number: bigint): string {
  let written = ''
  for (let rest = number, digit = 0; digit < 13; digit++, rest >>= 5n) {
    written = `${alphabet[Number(rest & 31n)] ?? ''}${written}`
  }
  return written
}
