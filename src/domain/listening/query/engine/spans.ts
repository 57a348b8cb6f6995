import type { Meetings } from './meetings.ts'
import { isSomewhere, type Places } from './places.ts'
import type { Query, Words } from './query.ts'

/** What may stand beside a NEAR: phrases, alternatives of them, or what a NEAR found. */
export type SpanTree =
  | { kind: 'phrase'; terms: readonly number[]; dresses: readonly number[] }
  | { kind: 'any'; parts: readonly SpanTree[] }
  | { kind: 'near'; left: SpanTree; right: SpanTree; distance: number; ordered: boolean }

/** Writes the tree of a NEAR; `phraseOf` numbers the words of a phrase. */
export function spanTree(
  query: Query,
  phraseOf: (words: Words) => { terms: number[]; dresses: number[] },
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
  const places = placesOf(tree, met)
  return places !== null && isSomewhere(places)
}

/** The tree with the places of its phrases in the present text; null when it can be nowhere. */
function placesOf(tree: SpanTree, met: Meetings): Places | null {
  if (tree.kind === 'phrase') {
    const starts = phraseStarts(tree.terms, tree.dresses, met)
    return starts.length > 0 ? { kind: 'phrase', starts, more: tree.terms.length - 1 } : null
  }
  if (tree.kind === 'any') {
    const parts = tree.parts.map((part) => placesOf(part, met)).filter((part) => part !== null)
    return parts.length > 1 ? { kind: 'any', parts } : (parts[0] ?? null)
  }
  const left = placesOf(tree.left, met)
  const right = left && placesOf(tree.right, met)
  const { distance, ordered } = tree
  return left && right && { kind: 'near', left, right, distance, ordered }
}

/** Where words follow each other, in ascending order; found by walking all their meetings back together. */
function phraseStarts(
  terms: readonly number[],
  dresses: readonly number[],
  met: Meetings,
): number[] {
  const starts: number[] = []
  const cursors: number[] = terms.map((term) => met.last(term))
  if (cursors.some((cursor) => cursor < 0)) return starts
  const last = terms.length - 1
  for (let m = cursors[0] ?? -1; m >= 0; m = met.before[m] ?? -1) {
    const start = met.positions[m] ?? 0
    let i = 0
    for (; i <= last; i++) {
      const at = met.backTo(i === 0 ? m : (cursors[i] ?? -1), start + i)
      if (i > 0) cursors[i] = at
      const dress = dresses[i] ?? 0
      if (at < 0 || met.positions[at] !== start + i) break
      if (dress !== 0 && !met.wears(at, dress)) break
    }
    if (i > last) starts.push(start)
  }
  return starts.reverse()
}

/** Are all the words within some stretch of so many words, in any order? */
export function isGathered(
  terms: readonly number[],
  dresses: readonly number[],
  width: number,
  met: Meetings,
): boolean {
  const places: [position: number, atom: number][] = []
  for (const [atom, term] of terms.entries()) {
    const dress = dresses[atom] ?? 0
    const before = places.length
    for (let m = met.last(term); m >= 0; m = met.before[m] ?? -1) {
      if (dress === 0 || met.wears(m, dress)) places.push([met.positions[m] ?? 0, atom])
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
