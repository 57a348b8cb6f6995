/**
 * FNV-1a over 16-bit units (Fowler, Noll, Vo), then a finish that mixes the high bits into the low ones, which choose the
 * bucket. The trainer and the reader share this file: change it, and every model must be trained again.
 */
export const seed = 0x811c9dc5 | 0

export function roll(hash: number, text: string): number {
  let h = hash
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h
}

export function rollUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

export function bucket(hash: number, mask: number): number {
  let h = hash ^ (hash >>> 15)
  h = Math.imul(h, 0x2c1b3c6d)
  return (h ^ (h >>> 12)) & mask
}
