import type { Label } from './api.ts'
import { wordsOf } from '../hints/words.ts'

/** What a company's own labels have taught, as plain counts of words. */
export interface Experience {
  /** Words of this text that the company's posts with this label have, and its other posts hardly. */
  wordsFor(label: Label, text: string): string[]
  /** Whether the company has labelled most posts with these words otherwise. */
  against(label: Label, words: string): boolean
}

/** A post somebody labelled by hand. */
export interface Labelled {
  text: string
  labels: readonly string[]
}

/** Fewer posts with a word teach nothing. */
const FEWEST = 3

/**
 * Counts, for each word, how many labelled posts have it and how many of those have each label. A word speaks for a
 * label when at least 3 posts have it and 80 % of those have the label, twice its share among all; it speaks against
 * a label when under 20 % have it.
 */
export function experienceOf(posts: readonly Labelled[]): Experience {
  const texts = posts.map(({ text, labels }) => ({
    low: text.toLowerCase().replaceAll("'", '’'),
    words: new Set(wordsOf(text).map(({ word }) => plain(word))),
    labels,
  }))
  const byWord = new Map<string, (typeof texts)[number][]>()
  for (const one of texts)
    for (const word of one.words) byWord.set(word, [...(byWord.get(word) ?? []), one])
  const share = (some: readonly Labelled['labels'][], label: Label) =>
    some.filter((labels) => labels.includes(label)).length / Math.max(1, some.length)
  return {
    wordsFor(label, text) {
      const overall = share(
        posts.map(({ labels }) => labels),
        label,
      )
      const words = new Set(wordsOf(text).map(({ word }) => plain(word)))
      return [...words].filter((word) => {
        const having = byWord.get(word)
        if (word.length < 4 || !having || having.length < FEWEST) return false
        const here = share(
          having.map(({ labels }) => labels),
          label,
        )
        return here >= 0.8 && here >= 2 * overall
      })
    },
    against(label, words) {
      const having = texts.filter(({ low }) => low.includes(words))
      return (
        having.length >= FEWEST &&
        share(
          having.map(({ labels }) => labels),
          label,
        ) < 0.2
      )
    },
  }
}

const plain = (word: string) =>
  word
    .toLowerCase()
    .replaceAll("'", '’')
    .replace(/^(?:l|d|qu|n|s|c|j|m)’/u, '')
