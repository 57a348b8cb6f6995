/** Where the terms of one text were met. Kept from one text to the next and forgotten at no cost. */
export interface Occurrences {
  /** Forgets the former text. */
  begin(terms: number): void
  /** Answers whether it is the first time in this text. */
  note(term: number, position: number, sign: number): boolean
  has(term: number): boolean
  /** Is the term met at this position, with this sign (0: whatever the sign)? */
  hasAt(term: number, position: number, sign: number): boolean
  /** The ranks of a term's meetings, to walk with `next` until -1. */
  first(term: number): number
  next(meeting: number): number
  positionOf(meeting: number): number
}

export function createOccurrences(): Occurrences {
  // A term belongs to the present text when its stamp is the present one: nothing is ever cleared.
  let stamp = 0
  let stamps = new Int32Array(64)
  let heads = new Int32Array(64)
  let after = new Int32Array(256)
  let positions = new Int32Array(256)
  let signs = new Int32Array(256)
  let meetings = 0

  const has = (term: number) => stamps[term] === stamp
  const first = (term: number) => (has(term) ? (heads[term] ?? -1) : -1)

  return {
    begin(terms) {
      stamp++
      meetings = 0
      if (terms <= stamps.length) return
      stamps = widened(stamps, terms)
      heads = widened(heads, terms)
    },
    note(term, position, sign) {
      if (meetings === after.length) {
        after = widened(after, meetings + 1)
        positions = widened(positions, meetings + 1)
        signs = widened(signs, meetings + 1)
      }
      const isFirst = !has(term)
      after[meetings] = first(term)
      positions[meetings] = position
      signs[meetings] = sign
      stamps[term] = stamp
      heads[term] = meetings++
      return isFirst
    },
    has,
    hasAt(term, position, sign) {
      for (let m = first(term); m >= 0; m = after[m] ?? -1) {
        if (positions[m] === position) return sign === 0 || signs[m] === sign
      }
      return false
    },
    first,
    next: (meeting) => after[meeting] ?? -1,
    positionOf: (meeting) => positions[meeting] ?? -1,
  }
}

function widened(array: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(Math.max(least, array.length * 2))
  wider.set(array)
  return wider
}
