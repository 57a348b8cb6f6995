/** A tree of NEARs over one text: where its phrases begin, ascending, and how many words each holds beyond the first. */
export type Places =
  | { kind: 'phrase'; starts: readonly number[]; more: number }
  | { kind: 'any'; parts: readonly Places[] }
  | { kind: 'near'; left: Places; right: Places; distance: number; ordered: boolean }

/** Ascending, none twice. */
type Positions = readonly number[]

/** First and last position by turns, ascending and apart; null is everywhere. */
type Windows = readonly number[] | null

/**
 * Is the tree found anywhere? Spans themselves are never listed, for there may be as many as pairs of words: what
 * follows a NEAR asks only where its spans end, and these are had from where they may begin. So each phrase is walked
 * once for each order in which the NEARs above it may be read, `nearCost` times in all, each time at a linear cost.
 */
export function isSomewhere(places: Places): boolean {
  if (places.kind === 'phrase') return places.starts.length > 0
  if (places.kind === 'any') return places.parts.some(isSomewhere)
  const { left, right, distance, ordered } = places
  if (across(left, right, distance, null).length > 0) return true
  return !ordered && across(right, left, distance, null).length > 0
}

/** Where the spans that begin in the windows end. */
function endsOf(places: Places, begin: Windows): Positions {
  if (places.kind === 'phrase') return endsOfPhrase(places.starts, places.more, begin)
  if (places.kind === 'any') return union(places.parts.map((part) => endsOf(part, begin)))
  const { left, right, distance, ordered } = places
  const found = across(left, right, distance, begin)
  return ordered ? found : union([found, across(right, left, distance, begin)])
}

/** Where the second ends when it follows the first, which begins in the windows. */
function across(first: Places, second: Places, distance: number, begin: Windows): Positions {
  const ends = endsOf(first, begin)
  return ends.length === 0 ? ends : endsOf(second, after(ends, distance))
}

function endsOfPhrase(starts: Positions, more: number, begin: Windows): Positions {
  if (begin === null && more === 0) return starts
  const ends: number[] = []
  let w = 0
  for (const start of starts) {
    if (begin !== null) {
      while (w < begin.length && (begin[w + 1] ?? 0) < start) w += 2
      if (w >= begin.length) break
      if ((begin[w] ?? 0) > start) continue
    }
    ends.push(start + more)
  }
  return ends
}

/** Where what follows may begin: right after one of the ends, or so many words further. */
function after(ends: Positions, distance: number): Windows {
  const windows: number[] = []
  for (const end of ends) {
    const last = windows.length - 1
    if (last > 0 && end <= (windows[last] ?? 0)) windows[last] = end + 1 + distance
    else windows.push(end + 1, end + 1 + distance)
  }
  return windows
}

function union(lists: readonly Positions[]): Positions {
  const [first = [], second, ...others] = lists.filter((list) => list.length > 0)
  if (!second) return first
  if (others.length === 0) return merged(first, second)
  const middle = (others.length + 2) >> 1
  const all = [first, second, ...others]
  return merged(union(all.slice(0, middle)), union(all.slice(middle)))
}

function merged(one: Positions, other: Positions): Positions {
  const result: number[] = []
  let i = 0
  let j = 0
  while (i < one.length || j < other.length) {
    const a = one[i] ?? Infinity
    const b = other[j] ?? Infinity
    result.push(Math.min(a, b))
    if (a <= b) i++
    if (b <= a) j++
  }
  return result
}
