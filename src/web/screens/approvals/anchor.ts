const CONTEXT = 32

export interface Place {
  start: number
  end: number
}

/** Words chosen in a text, with what stands around them, so that they are found again after edits. */
export function anchorOf(text: string, { start, end }: Place) {
  return {
    start,
    quote: text.slice(start, end),
    before: text.slice(Math.max(0, start - CONTEXT), start),
    after: text.slice(end, end + CONTEXT),
  }
}

/** Where the words of a comment stand in a text that is newer than the desk's: at their place, else the nearest. */
export function placeIn(text: string, quote: string | null, at: Place | null): Place | null {
  if (!quote) return null
  const near = at?.start ?? 0
  let best = -1
  for (let found = text.indexOf(quote); found >= 0; found = text.indexOf(quote, found + 1)) {
    if (best < 0 || Math.abs(found - near) < Math.abs(best - near)) best = found
  }
  return best < 0 ? null : { start: best, end: best + quote.length }
}
