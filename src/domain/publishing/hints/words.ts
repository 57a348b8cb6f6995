import type { Stretch } from './marks.ts'

export interface Word extends Stretch {
  word: string
}

export interface Sentence extends Stretch {
  words: Word[]
}

/** Words of a text: letters, with what an apostrophe or a hyphen ties to them. */
export function wordsOf(prose: string): Word[] {
  return [...prose.matchAll(/\p{L}[\p{L}\p{M}]*(?:[’'-]\p{L}[\p{L}\p{M}]*)*/gu)].map(
    ({ 0: word, index }) => ({ word, start: index, end: index + word.length }),
  )
}

/** Sentences with at least one word: they end at `.`, `!`, `?`, `…` or the end of a line. */
export function sentencesOf(prose: string): Sentence[] {
  const words = wordsOf(prose)
  const sentences: Sentence[] = []
  let next = 0
  for (const { 0: raw, index } of prose.matchAll(
    /[^\n.!?…]+(?:[.!?…]+(?!\s|$)[^\n.!?…]*)*[.!?…]*/gu,
  )) {
    const lead = raw.length - raw.trimStart().length
    const [start, end] = [index + lead, index + raw.trimEnd().length]
    const own: Word[] = []
    for (let word = words[next]; word && word.start < end; word = words[++next]) own.push(word)
    if (own.length > 0) sentences.push({ start, end, words: own })
  }
  return sentences
}
