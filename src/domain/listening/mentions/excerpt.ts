import type { Stretch } from '../query/index.ts'

export interface Excerpt {
  text: string
  /** Places in `text`. */
  highlights: Stretch[]
}

/**
 * The part of a text that shows why it was found: it begins a little before the first highlight, at a word.
 * @param length at most, in UTF-16 units, dots included
 */
export function excerptAround(text: string, highlights: readonly Stretch[], length = 320): Excerpt {
  const flat = text.replace(/\s/g, ' ')
  const first = highlights[0]?.start ?? 0
  const start =
    flat.length <= length || first < length / 2
      ? 0
      : wordAfter(flat, first - Math.floor(length / 4))
  const lead = start > 0 ? '…' : ''
  const end = wordBefore(flat, start + length - 2, start)
  const tail = end < flat.length ? '…' : ''
  const shift = lead.length - start
  return {
    text: lead + flat.slice(start, end) + tail,
    highlights: highlights
      .filter((h) => h.start >= start && h.end <= end)
      .map((h) => ({ start: h.start + shift, end: h.end + shift })),
  }
}

/** The beginning of the next word, or the place itself when no blank is near (scripts without spaces). */
function wordAfter(text: string, from: number): number {
  const blank = text.indexOf(' ', from)
  return blank >= 0 && blank - from < 30 ? blank + 1 : outsidePair(text, from)
}

function wordBefore(text: string, to: number, least: number): number {
  if (text.length <= to) return text.length
  const blank = text.lastIndexOf(' ', to)
  return blank > least && to - blank < 30 ? blank : outsidePair(text, to)
}

/** Never cuts a surrogate pair in two. */
function outsidePair(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}
