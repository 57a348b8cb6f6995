import { oneLine } from '#platform/text.ts'
import { limits } from '../language/query-errors.ts'
import { joined } from './cut.ts'
import { anywhere, type Cause, noEqual } from './sentences.ts'
import { isTextField, hasEqual, translate } from './translate.ts'

/** A piece of a foreign query in our language. */
export interface Piece {
  text: string
  /** Has no equal here: to be taken out. */
  gone: boolean
  /** Why it is taken out, or how what it finds changed. */
  about: { written: string; cause: Cause } | null
}

/**
 * Translates each piece. A field before a group is asked of each of the group's words; where the field has no equal, the
 * group goes out with it, for its words mean nothing alone.
 * @param field what the words belong to, when they stand inside such a group
 */
export function spread(pieces: readonly string[], field?: string, depth = 0): Piece[] {
  const result: Piece[] = []
  for (let i = 0; i < pieces.length; i++) {
    const text = pieces[i] ?? ''
    // Deeper ones are refused by the reading: no need to look into them.
    const isGroup = pieces[i + 1] === '(' && depth < limits.depth
    const [, name] = isGroup ? (/^([\w.]+):$/.exec(text) ?? []) : []
    if (name === undefined) {
      result.push(translated(field && isWord(text) ? `${field}:${text}` : text))
      continue
    }
    const end = endOfGroup(pieces, i + 1)
    result.push(...group(name, pieces.slice(i + 1, end), depth + 1))
    i = end - 1
  }
  return result
}

function group(name: string, inside: readonly string[], depth: number): Piece[] {
  if (isTextField(name)) {
    // Its words stay to be read: the beginning tells which group is meant.
    const written = oneLine(`${name}:${joined(inside.slice(0, 60))}`, 200)
    const [open, ...rest] = spread(inside, undefined, depth)
    return open ? [{ ...open, about: { written, cause: anywhere } }, ...rest] : []
  }
  if (hasEqual(name)) return spread(inside, name, depth)
  const written = `${name}:${joined(inside)}`
  return [{ text: written, gone: true, about: { written, cause: noEqual } }]
}

function translated(written: string): Piece {
  const { text, gone = false, cause } = translate(written)
  return { text, gone, about: cause ? { written, cause } : null }
}

/** After the parenthesis that closes the one at `open`; where none does, the end. */
function endOfGroup(pieces: readonly string[], open: number): number {
  let depth = 0
  for (let i = open; i < pieces.length; i++) {
    if (pieces[i] === '(') depth++
    else if (pieces[i] === ')' && --depth === 0) return i + 1
  }
  return pieces.length
}

/** Neither an operator, a comment nor a word that has a field of its own. */
function isWord(text: string): boolean {
  return !/^(?:[()-]|AND|OR|NOT|NEAR\/\d+f?|~\d+|<<<.*|\/\*.*|[A-Za-z_.]+:(?!\/\/).*)$/s.test(text)
}
