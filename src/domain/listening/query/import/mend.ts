import type { Piece } from './spread.ts'
import type { Effect } from './sentences.ts'

/** How firmly what stands between two pieces holds them together; an end or a parenthesis holds nothing. */
const HOLDS = { end: 0, or: 1, and: 2, near: 3 }

/** A piece on its way out: itself, or a group of which nothing else was left. */
type Leaving = Piece & { all: readonly Piece[] }

/**
 * Takes out what is gone with the operator that joined it, and the parentheses that are left empty.
 * @param told hears of each piece what its absence does to all that the query finds: an alternative less finds less, a
 * condition less finds more, and the contrary under a negation
 */
export function withoutGone(
  pieces: readonly Piece[],
  told: (piece: Piece, effect: Effect) => void,
): Piece[] {
  const left: (Piece | Leaving)[] = pieces.filter((piece) => !isAside(piece) && !isDistance(piece))
  takeOut(left, told)
  const kept = new Set<Piece>(left)
  return pieces.filter((piece) => isAside(piece) || kept.has(piece))
}

function takeOut(left: (Piece | Leaving)[], told: (piece: Piece, effect: Effect) => void): void {
  for (;;) {
    const at = deepestGone(left)
    const piece = left[at]
    if (!piece) return
    let from = at
    while (isNegation(left[from - 1])) from--
    const [before, after] = [left[from - 1], left[at + 1]]
    const [back, on] = [holdBefore(before), holdAfter(after)]
    if (back === HOLDS.end && on === HOLDS.end && before && after) {
      left.splice(from - 1, at - from + 3, piece)
      continue
    }
    const other = siblingAfter(left, at)
    const next = left[other]
    if (next?.gone && on > back && on >= holdAfter(left[other + 1])) {
      left.splice(from, other - from + 1, { ...piece, all: [...allOf(piece), ...allOf(next)] })
      continue
    }
    const hold = Math.max(back, on)
    const effect =
      hold === HOLDS.end ? null : turned(left, from, hold === HOLDS.or ? 'less' : 'more')
    for (const one of allOf(piece)) told(one, effect)
    if (back >= on && isJoint(before)) from--
    left.splice(from, at - from + (on > back && isJoint(after) ? 2 : 1))
  }
}

/** What it does to the whole that a piece is easier to find; the distance of a group counts for that group. */
export function effectOfWidening(all: readonly Piece[], piece: Piece): Effect {
  const pieces = all.filter((one) => !isAside(one))
  const at = pieces.indexOf(piece)
  const start = isDistance(piece) ? startOfGroup(pieces, at - 1) : at
  let from = start
  while (isNegation(pieces[from - 1])) from--
  return turned(pieces, from, (start - from) % 2 === 0 ? 'more' : 'less')
}

function startOfGroup(pieces: readonly Piece[], close: number): number {
  let depth = 0
  for (let i = close; i >= 0; i--) {
    if (pieces[i]?.text === ')') depth++
    else if (pieces[i]?.text === '(' && --depth === 0) return i
  }
  return close
}

/** What it does to the whole that a place finds more or less: each negation around it turns it over. */
function turned(pieces: readonly Piece[], at: number, effect: 'more' | 'less'): Effect {
  let turns = 0
  let depth = 0
  for (let i = at - 1; i >= 0; i--) {
    const text = pieces[i]?.text
    if (text === ')') depth++
    else if (text === '(' && depth > 0) depth--
    else if (text === '(') {
      for (let j = i - 1; isNegation(pieces[j]); j--) turns++
    }
  }
  return (effect === 'more') === (turns % 2 === 0) ? 'more' : 'less'
}

/** Where the first of the innermost stands; -1 when nothing is gone. */
function deepestGone(pieces: readonly Piece[]): number {
  let [best, deepest, depth] = [-1, -1, 0]
  for (const [i, { text, gone }] of pieces.entries()) {
    if (text === '(') depth++
    else if (text === ')') depth--
    else if (gone && depth > deepest) [best, deepest] = [i, depth]
  }
  return best
}

function allOf(piece: Piece | Leaving): readonly Piece[] {
  return 'all' in piece ? piece.all : [piece]
}

/** What stands after a piece and what joins it to that. */
function siblingAfter(pieces: readonly Piece[], at: number): number {
  let i = isJoint(pieces[at + 1]) ? at + 2 : at + 1
  while (isNegation(pieces[i])) i++
  return i
}

function holdBefore(piece: Piece | undefined): number {
  return piece && piece.text !== '(' ? holdOf(piece) : HOLDS.end
}

function holdAfter(piece: Piece | undefined): number {
  return piece && piece.text !== ')' ? holdOf(piece) : HOLDS.end
}

/** Pieces side by side are joined as by AND. */
function holdOf({ text }: Piece): number {
  if (text === 'OR') return HOLDS.or
  return /^O?NEAR\//.test(text) ? HOLDS.near : HOLDS.and
}

function isNegation(piece: Piece | undefined): boolean {
  return piece?.text === 'NOT' || piece?.text === '-'
}

/** A comment joins and parts nothing. */
function isAside({ text }: Piece): boolean {
  return /^(?:<<<|\/\*)/.test(text)
}

function isDistance({ text, gone }: Piece): boolean {
  return gone && /^~\d+$/.test(text)
}

function isJoint(piece: Piece | undefined): boolean {
  return /^(?:AND|OR|O?NEAR\/\d+)$/.test(piece?.text ?? '')
}
