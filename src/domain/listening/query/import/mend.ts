import type { Piece } from './cut.ts'

/** Takes out what is gone with the operator that joined it, and the parentheses that are left empty. */
export function withoutGone(pieces: readonly Piece[]): Piece[] {
  const left = [...pieces]
  for (;;) {
    const at = left.findIndex((piece) => piece.gone)
    if (at < 0) return left
    let from = at
    let end = at + 1
    while (isNegation(left[from - 1])) from--
    if (isJoint(left[from - 1])) from--
    else if (isJoint(left[end])) end++
    const emptied = left[from - 1]?.text === '(' && left[end]?.text === ')'
    if (emptied) left.splice(from - 1, end - from + 2, { text: '', gone: true })
    else left.splice(from, end - from)
  }
}

function isNegation(piece: Piece | undefined): boolean {
  return piece?.text === 'NOT' || piece?.text === '-'
}

function isJoint(piece: Piece | undefined): boolean {
  return /^(?:AND|OR|O?NEAR\/\d+)$/.test(piece?.text ?? '')
}
