/**
 * Finds posts that say nearly the same words: `nearDuplicates()`. A corpus grown by changing one word of a sentence
 * teaches nothing, and puts the same post on both sides of a test.
 */
export interface NearDuplicate {
  first: string
  second: string
  likeness: number
}

/**
 * @param rows the posts to compare, each with the rest
 * @param limit the share of words in common (Jaccard, words without accents or case) from which two posts count as one
 * @returns each pair at or over the limit
 */
export function nearDuplicates(
  rows: readonly { id: string; text: string }[],
  limit: number,
): NearDuplicate[] {
  const sets = rows.map((row) => wordsOf(row.text))
  const holders = new Map<string, number[]>()
  const found: NearDuplicate[] = []
  for (const [at, words] of sets.entries()) {
    const common = new Map<number, number>()
    for (const word of words) {
      const earlier = holders.get(word) ?? []
      for (const other of earlier) common.set(other, (common.get(other) ?? 0) + 1)
      earlier.push(at)
      holders.set(word, earlier)
    }
    for (const [other, shared] of common) {
      const likeness = shared / (words.size + (sets[other]?.size ?? 0) - shared)
      if (likeness >= limit)
        found.push({ first: rows[other]?.id ?? '', second: rows[at]?.id ?? '', likeness })
    }
  }
  return found
}

function wordsOf(text: string): Set<string> {
  const folded = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return new Set(folded.match(/[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu) ?? [folded])
}
