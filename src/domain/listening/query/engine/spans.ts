import type { Meetings } from './meetings.ts'
import type { Query, Words } from './query.ts'

/** What may stand beside a NEAR: phrases, alternatives of them, or what a NEAR found. */
export type SpanTree =
  | { kind: 'phrase'; terms: readonly number[]; signs: readonly number[] }
  | { kind: 'any'; parts: readonly SpanTree[] }
  | { kind: 'near'; left: SpanTree; right: SpanTree; distance: number; ordered: boolean }

/** First and last position, by turns, in ascending order. */
type Spans = number[]

/** No text that a person wrote comes near it; it keeps a hostile one from filling the memory. */
const mostSpans = 20_000

/** Writes the tree of a NEAR; `phraseOf` numbers the words of a phrase. */
export function spanTree(
  query: Query,
  phraseOf: (words: Words) => { terms: number[]; signs: number[] },
): SpanTree {
  if (query.op === 'named') return spanTree(query.part, phraseOf)
  if (query.op === 'near') {
    const { left, right, distance, ordered } = query
    return {
      kind: 'near',
      left: spanTree(left, phraseOf),
      right: spanTree(right, phraseOf),
      distance,
      ordered,
    }
  }
  if (query.op === 'words' && query.slop === null) return { kind: 'phrase', ...phraseOf(query) }
  if (query.op === 'or') {
    return { kind: 'any', parts: query.parts.map((part) => spanTree(part, phraseOf)) }
  }
  throw new RangeError(`nothing can be near ${query.op}`)
}

/** May this stand beside a NEAR? Exclusions, fields and words that must merely all be there have no place. */
export function hasPlace(query: Query): boolean {
  if (query.op === 'words') return query.slop === null
  if (query.op === 'or') return query.parts.every(hasPlace)
  return query.op === 'named' ? hasPlace(query.part) : query.op === 'near'
}

/** Is the tree found somewhere in the text whose meetings were noted? */
export function isFound(tree: SpanTree, met: Meetings): boolean {
  return spansOf(tree, met).length > 0
}

function spansOf(tree: SpanTree, met: Meetings): Spans {
  if (tree.kind === 'phrase') return phraseSpans(tree.terms, tree.signs, met)
  if (tree.kind === 'any') return sorted(tree.parts.flatMap((part) => spansOf(part, met)))
  const left = spansOf(tree.left, met)
  if (left.length === 0) return left
  const right = spansOf(tree.right, met)
  const found = following(left, right, tree.distance)
  if (!tree.ordered) found.push(...following(right, left, tree.distance))
  return sorted(found)
}

/** Where words follow each other, found by walking all their meetings back together. */
function phraseSpans(terms: readonly number[], signs: readonly number[], met: Meetings): Spans {
  const spans: Spans = []
  const cursors: number[] = terms.map((term) => met.last(term))
  if (cursors.some((cursor) => cursor < 0)) return spans
  const last = terms.length - 1
  for (let m = cursors[0] ?? -1; m >= 0; m = met.before[m] ?? -1) {
    const start = met.positions[m] ?? 0
    let i = 0
    for (; i <= last; i++) {
      const at = met.backTo(i === 0 ? m : (cursors[i] ?? -1), start + i)
      if (i > 0) cursors[i] = at
      const sign = signs[i] ?? 0
      if (at < 0 || met.positions[at] !== start + i) break
      if (sign !== 0 && met.signs[at] !== sign) break
    }
    if (i > last) spans.push(start, start + last)
    if (spans.length >= mostSpans * 2) break
  }
  return pairs(spans).toReversed().flat()
}

/** The stretches that a span of `first` and one of `second` cover, with at most `distance` words between them. */
function following(first: Spans, second: Spans, distance: number): Spans {
  const found: Spans = []
  const seen = new Set<number>()
  for (let i = 0; i < first.length; i += 2) {
    const end = first[i + 1] ?? 0
    for (let j = firstAfter(second, end); j < second.length; j += 2) {
      if ((second[j] ?? 0) - end - 1 > distance) break
      const start = first[i] ?? 0
      const stop = second[j + 1] ?? 0
      const key = start * 0x100000 + stop
      if (seen.has(key)) continue
      seen.add(key)
      found.push(start, stop)
    }
    if (found.length >= mostSpans * 2) break
  }
  return found
}

/** The place of the first span that begins after a position. */
function firstAfter(spans: Spans, position: number): number {
  let low = 0
  let high = spans.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle * 2] ?? 0) > position) high = middle
    else low = middle + 1
  }
  return low * 2
}

function sorted(spans: Spans): Spans {
  return pairs(spans)
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
    .flat()
}

function pairs(spans: Spans): number[][] {
  return Array.from({ length: spans.length / 2 }, (_, i) => spans.slice(i * 2, i * 2 + 2))
}

/** Are all the words within some stretch of so many words, in any order? */
export function isGathered(
  terms: readonly number[],
  signs: readonly number[],
  width: number,
  met: Meetings,
): boolean {
  const places: [position: number, atom: number][] = []
  for (const [atom, term] of terms.entries()) {
    const sign = signs[atom] ?? 0
    const before = places.length
    for (let m = met.last(term); m >= 0; m = met.before[m] ?? -1) {
      if (sign === 0 || met.signs[m] === sign) places.push([met.positions[m] ?? 0, atom])
    }
    if (places.length === before) return false
  }
  places.sort((a, b) => a[0] - b[0])
  const within = terms.map(() => 0)
  let missing = terms.length
  let oldest = 0
  for (const [position, atom] of places) {
    within[atom] = (within[atom] ?? 0) + 1
    if (within[atom] === 1) missing--
    while ((places[oldest]?.[0] ?? position) <= position - width) {
      const gone = places[oldest++]?.[1] ?? 0
      within[gone] = (within[gone] ?? 0) - 1
      if (within[gone] === 0) missing++
    }
    if (missing === 0) return true
  }
  return false
}
