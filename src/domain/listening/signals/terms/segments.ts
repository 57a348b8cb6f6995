/** Scripts that put no space between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

export const isUnspaced = (text: string): boolean => !latin.test(text) && unspaced.test(text)

const latin = /^[\u0020-\u024f’]*$/

/** The words of a run without spaces, as ICU's dictionaries cut it; those of one sign tell too little. */
export function segmentsOf(run: string): { word: string; at: number }[] {
  const words: { word: string; at: number }[] = []
  for (const { segment, index, isWordLike } of segmenter.segment(run)) {
    if (isWordLike && segment.length >= 2) words.push({ word: segment, at: index })
  }
  return words
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })
