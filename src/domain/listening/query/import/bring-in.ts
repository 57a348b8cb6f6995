import type { Text } from '#platform/text.ts'
import type { Piece } from './cut.ts'
import { cut } from './cut.ts'
import { withoutGone } from './mend.ts'
import { translate } from './translate.ts'

/** A query written for another tool, in our language. */
export interface BroughtIn {
  expression: string
  /** What changed meaning or could not come, with the words concerned. Empty when all was carried over. */
  changes: { written: string; message: Text }[]
}

/**
 * Puts a query written for Brandwatch or Talkwalker into our language. Operators that we lack are taken out so that the
 * rest can be read, kept as a comment at the end, and named in `changes`: nothing is dropped in silence. The result is
 * still to be read by `parseQuery`, which says what is wrong with the rest.
 *
 * Their syntax as their help pages tell it (community.brandwatch.com "proximity operators", the "Advanced Query
 * Operators" guide of 2016, talkwalker.com/syntax-alerts; read 2026-11-26); `language:`, `authorFollowers:`,
 * `sourcetype:`, `sourcecountry:` from memory.
 */
export function bringIn(written: string): BroughtIn {
  const changes: BroughtIn['changes'] = []
  const pieces = cut(written).map((piece): Piece => {
    const { text, gone = false, message } = translate(piece.text)
    if (message) changes.push({ written: piece.text, message })
    return { text, gone }
  })
  const gone = pieces.filter((piece) => piece.gone).map(({ text }) => text.replaceAll('*/', '* /'))
  const kept = withoutGone(pieces)
    .map(({ text }) => text)
    .join(' ')
    .replace(/\( /g, '(')
    .replace(/ \)/g, ')')
    .replace(/(^|[ (])- /g, '$1-')
  return {
    expression: gone.length > 0 ? `${kept} /* ${gone.join(' ')} */`.trim() : kept,
    changes,
  }
}
