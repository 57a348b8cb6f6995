import type { Language } from '#platform/text.ts'
import { operators } from './lexer.ts'
import type { Query, Words } from '../engine/index.ts'

/**
 * How a query was understood, with every operator and parenthesis written out, in the words of a language.
 * Reading it again gives the same query.
 */
export function printQuery(query: Query, language: Language = 'en'): string {
  const words = vocabulary[language]
  const inside = (part: Query) =>
    part.op === 'and' || part.op === 'or' ? `(${print(part)})` : print(part)
  const beside = (part: Query) => (part.op === 'near' ? `(${print(part)})` : inside(part))
  const print = (part: Query): string => {
    if (part.op === 'words') return printWords(part)
    if (part.op === 'field') return part.written
    if (part.op === 'named') return `query:"${part.name}"`
    if (part.op === 'near') {
      const { left, right, distance, ordered } = part
      return `${beside(left)} ${ordered ? 'ONEAR' : 'NEAR'}/${distance} ${beside(right)}`
    }
    if (part.op === 'not') return `${words.not} ${inside(part.part)}`
    return part.parts
      .map((one, i) =>
        i === 0 ? inside(one) : `${joint(part.op, one)} ${inside(unjoined(part.op, one))}`,
      )
      .join(' ')
  }
  const joint = (op: 'and' | 'or', one: Query) =>
    op === 'and' && one.op === 'not' ? words.except : words[op]
  return print(query)
}

/** "AND NOT" takes the exclusion's own word with it. */
function unjoined(op: 'and' | 'or', one: Query): Query {
  return op === 'and' && one.op === 'not' ? one.part : one
}

const vocabulary = {
  en: { and: 'AND', or: 'OR', not: 'NOT', except: 'AND NOT' },
  fr: { and: 'ET', or: 'OU', not: 'NON', except: 'SAUF' },
}

const bare = /^[#@]?[\p{L}\p{N}]+(?:\?+[\p{L}\p{N}]+)*\*?$/u

function printWords({ written, atoms, slop }: Words): string {
  if (atoms.some(({ exact }) => exact !== null)) return `{${written.trim()}}`
  const plain = atoms.length === 1 && bare.test(written) && !Object.hasOwn(operators, written)
  if (plain && slop === null) return written
  return `"${written.replace(/["“”„«»]/g, ' ').trim()}"${slop === null ? '' : `~${slop}`}`
}
