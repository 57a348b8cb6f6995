import type { Text } from '#platform/text.ts'
import { parseQuery } from '../language/parse-query.ts'
import { cut, joined } from './cut.ts'
import { effectOfWidening, withoutGone } from './mend.ts'
import { type Effect, sentenceOf, stillUnreadable } from './sentences.ts'
import { type Piece, spread } from './spread.ts'

/** A query written for another tool, in our language. */
export interface BroughtIn {
  expression: string
  /** What changed meaning or could not come, with the words concerned. Empty when all was carried over. */
  changes: { written: string; message: Text }[]
}

/**
 * Puts a query written for Brandwatch or Talkwalker into our language. Operators that we lack are taken out so that the
 * rest can be read, kept as a comment at the end, and named in `changes` with what that does to what is found: nothing is
 * dropped in silence. The result is read, and what is still wrong with it is the last of the changes.
 *
 * Their syntax as their help pages tell it (community.brandwatch.com "proximity operators", the "Advanced Query
 * Operators" guide of 2016, talkwalker.com/syntax-alerts; read 2026-11-26); `language:`, `authorFollowers:`,
 * `sourcetype:`, `sourcecountry:`, and a field before a group, from memory.
 */
export function bringIn(written: string): BroughtIn {
  const pieces = spread(cut(written))
  const effects = new Map<Piece, Effect>()
  for (const piece of pieces) {
    if (piece.about?.cause.widens) effects.set(piece, effectOfWidening(pieces, piece))
  }
  const left = withoutGone(pieces, (piece, effect) => effects.set(piece, effect))
  const changes = pieces.flatMap((piece) =>
    piece.about
      ? {
          written: piece.about.written,
          message: sentenceOf(piece.about.cause, effects.get(piece) ?? null),
        }
      : [],
  )
  const kept = pieces.flatMap(({ about }) => (about?.cause.kept ? about.written : []))
  const texts = joined(left.map(({ text }) => text))
  const comment = kept.map((one) => one.replaceAll('*/', '* /')).join(' ')
  const expression = kept.length > 0 ? `${texts} /* ${comment} */`.trim() : texts
  return { expression, changes: [...changes, ...wrongWith(expression)] }
}

/** What a reader of the result would stumble over. */
function wrongWith(expression: string): BroughtIn['changes'] {
  // Which queries are saved is not known here: one that is named is taken to exist.
  const parsed = parseQuery(expression, { book: { find: () => ({ expression: 'any' }) } })
  if (parsed.ok) return []
  const { at, message } = parsed.error
  const written = expression.slice(at.start, at.end).trim() || expression
  return [{ written, message: stillUnreadable(message) }]
}
