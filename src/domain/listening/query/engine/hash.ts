/**
 * FNV-1a over 16-bit units, finished with one shift to mix the high bits in
 * (Fowler, Noll, Vo: http://www.isthe.com/chongo/tech/comp/fnv/). It rolls: the hash of a prefix is met on the way.
 */
export const emptyHash = 0x811c9dc5 | 0

export const PRIME = 0x01000193

export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME)
}

export function finishHash(hash: number): number {
  return hash ^ (hash >>> 15)
}

export function hashText(text: string): number {
  let hash = emptyHash
  for (let i = 0; i < text.length; i++) hash = hashUnit(hash, text.charCodeAt(i))
  return finishHash(hash)
}
