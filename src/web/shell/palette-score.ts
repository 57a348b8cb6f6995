/**
 * How well a command answers what was typed, from 0 (not at all, hidden) to 1. Accents and case do not matter;
 * every word typed must begin a word of the label, or of the other words known for it.
 */
export function paletteScore(label: string, words: string, typed: string): number {
  const wanted = wordsOf(typed)
  if (wanted.length === 0) return 1
  const [ofLabel, ofWords] = [wordsOf(label), wordsOf(words)]
  const scores = wanted.map((word) => {
    const place = ofLabel.findIndex((one) => one.startsWith(word))
    if (place >= 0) return 1 - Math.min(place, 4) * 0.1
    if (ofWords.some((one) => one.startsWith(word))) return 0.5
    return ofLabel.some((one) => word.length > 2 && one.includes(word)) ? 0.2 : 0
  })
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}
