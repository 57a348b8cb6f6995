import { widened } from './blocks.ts'
import type { Sign } from './query.ts'
import { HANDLE } from './scan-words.ts'
import { goesOn } from './tags.ts'

/** How a word must stand, in one integer: the code of its sign, then that of the sign it closes. */
export function dressOf({ sign, closes }: { sign: Sign; closes: Sign }): number {
  return (sign === '' ? 0 : sign.charCodeAt(0)) | (closes === '' ? 0 : closes.charCodeAt(0) << 8)
}

/**
 * Where the terms of one text were met. Kept from one text to the next and forgotten at no cost: a term belongs to the
 * present text when its stamp is the present one.
 */
export class Meetings {
  stamp = 0
  stamps = new Int32Array(64)
  /** By term, its last meeting; by meeting, the one before it: positions come out in descending order. */
  heads = new Int32Array(64)
  before = new Int32Array(256)
  positions = new Int32Array(256)
  signs = new Int32Array(256)
  ends = new Int32Array(256)
  count = 0
  text = ''

  /** Forgets the former text; `terms` is how many numbers there may be. */
  begin(text: string, terms: number): void {
    this.stamp++
    this.text = text
    this.count = 0
    if (terms <= this.stamps.length) return
    this.stamps = widened(this.stamps, terms)
    this.heads = widened(this.heads, terms)
  }

  /** Answers whether it is the first time in this text. */
  note(term: number, position: number, sign: number, end: number): boolean {
    const meeting = this.count++
    if (meeting === this.before.length) this.#widen(meeting + 1)
    const { stamps, heads, stamp } = this
    const isFirst = stamps[term] !== stamp
    this.before[meeting] = isFirst ? -1 : (heads[term] ?? -1)
    this.positions[meeting] = position
    this.signs[meeting] = sign
    this.ends[meeting] = end
    heads[term] = meeting
    if (isFirst) stamps[term] = stamp
    return isFirst
  }

  #widen(least: number): void {
    this.before = widened(this.before, least)
    this.positions = widened(this.positions, least)
    this.signs = widened(this.signs, least)
    this.ends = widened(this.ends, least)
  }

  has(term: number): boolean {
    return this.stamps[term] === this.stamp
  }

  /** The last meeting of a term, to walk back with `before` until -1. */
  last(term: number): number {
    return this.has(term) ? (this.heads[term] ?? -1) : -1
  }

  /** Does the word met there stand as its dress says, within a hashtag or a handle? */
  wears(meeting: number, dress: number): boolean {
    const sign = dress & 0xff
    const closes = dress >> 8
    if (sign !== 0 && this.signs[meeting] !== sign) return false
    return (
      closes === 0 || !goesOn(this.text, this.ends[meeting] ?? 0, closes === HANDLE ? '@' : '#')
    )
  }

  /**
   * Walks back from a meeting to the one at a position.
   * @returns that meeting, or the first before the position (to go on from), or -1
   */
  backTo(meeting: number, position: number): number {
    let at = meeting
    while (at >= 0 && (this.positions[at] ?? 0) > position) at = this.before[at] ?? -1
    return at
  }
}
