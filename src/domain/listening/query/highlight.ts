import type { Atom, Query, Stretch, Words } from './engine/index.ts'
import { goesOn, listWords, wishedWords } from './engine/index.ts'

type Word = ReturnType<typeof listWords>[number]

/**
 * The stretches of a text to point at: every place where the query's words and phrases stand, without overlap, in
 * reading order. What the query excludes is never pointed at.
 */
export function highlight(query: Query | readonly Query[], text: string): Stretch[] {
  const queries = 'op' in query ? [query] : query
  const all = queries.flatMap((one) => wishedWords(one)).flatMap(pieces)
  const phrases = [...new Map(all.map((atoms) => [JSON.stringify(atoms), atoms])).values()]
  const words = listWords(text)
  const found = phrases.flatMap((atoms) => placesOf(atoms, words, text))
  return merged(found.toSorted((a, b) => a.start - b.start || a.end - b.end))
}

/** Words that need not follow each other are pointed at one by one. */
function pieces({ atoms, slop }: Words): (readonly Atom[])[] {
  return slop === null ? [atoms] : atoms.map((atom) => [atom])
}

function placesOf(atoms: readonly Atom[], words: readonly Word[], text: string): Stretch[] {
  return words.flatMap((word, i) => {
    const last = words[i + atoms.length - 1]
    const here = last && atoms.every((atom, k) => isWord(atom, words[i + k], text))
    return here ? [{ start: word.start, end: last.end }] : []
  })
}

function isWord(atom: Atom, word: Word | undefined, text: string): boolean {
  if (!word || (atom.sign !== '' && atom.sign.charCodeAt(0) !== word.sign)) return false
  if (goesOn(text, word.end, atom.closes)) return false
  if (atom.exact !== null) return text.slice(word.start, word.end).normalize('NFC') === atom.exact
  if (!atom.text.includes('?')) {
    return atom.prefix ? word.text.startsWith(atom.text) : word.text === atom.text
  }
  const pattern = atom.text.replaceAll('?', '.') + (atom.prefix ? '' : '$')
  return new RegExp(`^${pattern}`, 'us').test(word.text)
}

function merged(sorted: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const { start, end } of sorted) {
    const last = result.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else result.push({ start, end })
  }
  return result
}
