import type { Atom, Sign } from '../engine/index.ts'
import { foldCharacter, goesOn, headOf, listWords, shortestHead } from '../engine/index.ts'
import { stop } from './unreadable.ts'

type Word = ReturnType<typeof listWords>[number]

/**
 * The words of a piece of an expression, with their jokers: `*` ends a word, `?` stands for one letter inside it (at the
 * end of a word it is a question mark).
 * @param offset where the piece stands in the expression
 * @throws Unreadable when it has no word or a joker is out of place
 */
export function readAtoms(written: string, offset: number, exact = false): Atom[] {
  const words = exact ? listWords(written) : joined(listWords(written), written)
  if (words.length === 0) stop('no-word', offset, offset + written.length)
  const stars = exact ? [] : [...written.matchAll(/\*/g)].map((m) => m.index)
  for (const star of stars) {
    const atEnd = words.some((w) => w.end === star) && !words.some((w) => w.start === star + 1)
    if (!atEnd) stop('star-place', offset + star, offset + star + 1)
  }
  const closed = closings(words, written)
  return words.map(({ text, start, end, sign }, i) => {
    const prefix = stars.includes(end) && !isUnspaced(text)
    const head = headOf({ text })
    const tooShort = [...head].length < shortestHead
    if ((prefix || head !== text) && tooShort) {
      stop('short-prefix', offset + start, offset + end + (prefix ? 1 : 0))
    }
    return {
      text,
      prefix,
      sign: signOf(sign),
      closes: stars.includes(end) ? '' : (closed[i] ?? ''),
      exact: exact ? written.slice(start, end).normalize('NFC') : null,
    }
  })
}

/** By word, the sign of the hashtag or handle that it ends: of `@atelier-morel`, the second. */
function closings(words: readonly Word[], written: string): Sign[] {
  let open: Sign = ''
  return words.map(({ end, sign }) => {
    const within = signOf(sign) || open
    open = goesOn(written, end, within) ? within : ''
    return open === '' ? within : ''
  })
}

function signOf(sign: number): Sign {
  return String.fromCharCode(sign).replace('\0', '') as Sign
}

/** `organi?e` is cut in two by its joker: puts such words together again. */
function joined(words: readonly Word[], written: string): Word[] {
  const result: Word[] = []
  for (const word of words) {
    const last = result.at(-1)
    const between = last ? written.slice(last.end, word.start) : ''
    const inside = /^\?+$/.test(between) && isSpelt(last?.text ?? '') && isSpelt(word.text)
    if (last && inside) {
      last.text += between + word.text
      last.end = word.end
    } else result.push({ ...word })
  }
  return result
}

function isSpelt(text: string): boolean {
  return foldCharacter([...text].at(-1) ?? '').kind === 'letters'
}

function isUnspaced(text: string): boolean {
  return foldCharacter(text).kind === 'unspaced'
}
