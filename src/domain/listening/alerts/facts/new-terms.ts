import { commonWords } from './common-words.ts'
import type { Told } from './told.ts'

/** A word that came up, in how many posts of the episode, and in how many of the fortnight before. */
export interface NewTerm {
  word: string
  posts: number
  before: number
}

const MOST_TERMS = 6
const FEWEST_POSTS = 2
const SHORTEST = 3
/** A word must be this many times as frequent as usual. */
const RISE = 3

/**
 * Words in more posts than usual, the most telling first: posts × log of how many times more frequent than before
 * (half a post added to both sides, so that a word never seen has a rate too).
 */
export function newTerms(told: readonly Told[], usual: readonly Told[]): NewTerm[] {
  const now = postsByWord(told)
  const before = postsByWord(usual)
  return [...now]
    .flatMap(([word, posts]) => {
      const seen = before.get(word) ?? 0
      const times = (posts + 0.5) / (told.length + 1) / ((seen + 0.5) / (usual.length + 1))
      return posts >= FEWEST_POSTS && times >= RISE
        ? [{ word, posts, before: seen, weight: posts * Math.log(times) }]
        : []
    })
    .toSorted((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_TERMS)
    .map(({ word, posts, before }) => ({ word, posts, before }))
}

function postsByWord(mentions: readonly Told[]): Map<string, number> {
  const posts = new Map<string, number>()
  for (const { title, text } of mentions) {
    for (const word of wordsOf(`${title ?? ''} ${text}`))
      posts.set(word, (posts.get(word) ?? 0) + 1)
  }
  return posts
}

const ADDRESS = /https?:\/\/\S+/gu
const WORD = /[#@]?[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]*/gu

/** Addresses, very short words and little words say nothing; a hashtag is a word of its own. */
function wordsOf(text: string): Set<string> {
  const words = text.replace(ADDRESS, ' ').toLowerCase().match(WORD) ?? []
  return new Set(words.filter(isTelling))
}

const isTelling = (word: string): boolean =>
  word.length >= SHORTEST && !/^\d+$/.test(word) && !commonWords.has(word)
