/** From this share of common word pairs on, two posts say the same to whoever reads both. Our own choice. */
export const ALIKE = 0.6

/**
 * How alike two texts are, from 0 to 1: the share of pairs of neighbouring words that both have (Jaccard index).
 * Addresses are left out, for links are shortened differently each time; so are case and punctuation.
 */
export function likeness(a: string, b: string): number {
  const [one, other] = [pairsOf(a), pairsOf(b)]
  if (one.size === 0 || other.size === 0) return 0
  const common = [...one].filter((pair) => other.has(pair)).length
  return common / (one.size + other.size - common)
}

function pairsOf(text: string): Set<string> {
  const bare = text.toLowerCase().replaceAll(/https?:\/\/\S+/g, ' ')
  const words = bare.match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.length < 2 ? words : words.slice(1).map((word, i) => `${words[i]} ${word}`))
}
