import type { Anchor } from '../tables.ts'

export interface Place {
  start: number
  end: number
}

/** How much of what stands around the words is remembered, on each side. */
const CONTEXT = 32

/** Where a comment stands in a text as it is written: the words with what stands around them. */
export function anchorAt(text: string, { start, end }: Place): Anchor {
  return {
    start,
    quote: text.slice(start, end),
    before: text.slice(Math.max(0, start - CONTEXT), start),
    after: text.slice(end, end + CONTEXT),
  }
}

/**
 * Finds the words of a comment again after edits: where they stood if they still stand there; else, among all the
 * places where they stand, the one with most of what stood around them, and of several such the nearest. Null when
 * they are gone: then the comment says so, and points at nothing. Pure.
 */
export function findAnchor(text: string, anchor: Anchor): Place | null {
  const { quote, start } = anchor
  if (quote === '') return null
  const place = (at: number) => ({ start: at, end: at + quote.length })
  let best: { at: number; alike: number } | null = null
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const alike = alikeAround(text, at, anchor)
    // Where it stood, with what stood around it: nothing has moved.
    if (at === start && alike === anchor.before.length + anchor.after.length) return place(at)
    if (!best || alike > best.alike || (alike === best.alike && isNearer(at, best.at, start))) {
      best = { at, alike }
    }
  }
  return best && place(best.at)
}

const isNearer = (one: number, other: number, to: number) =>
  Math.abs(one - to) < Math.abs(other - to)

/** How many characters directly before and after are those that stood there. */
function alikeAround(text: string, at: number, { quote, before, after }: Anchor): number {
  let ahead = 0
  while (ahead < before.length && text[at - 1 - ahead] === before[before.length - 1 - ahead])
    ahead++
  let behind = 0
  const end = at + quote.length
  while (behind < after.length && text[end + behind] === after[behind]) behind++
  return ahead + behind
}
