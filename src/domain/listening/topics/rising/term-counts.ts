import { hash } from '../hash.ts'
import { DAY } from '../period.ts'

/** A post as topics are made of it. */
export interface TopicPost {
  id: string
  at: Date
  /** Who speaks. */
  voice: string
  source: string | null
  terms: readonly string[]
}

/** What holds a term, in a period. */
export interface TermCount {
  term: string
  posts: TopicPost[]
  /** Each voice counts once a day, and copies of one text once: see `weightOf`. */
  weight: number
  voices: number
  sources: number
}

/**
 * How much posts weigh together: one voice counts once a day however much it says, and a text once however often it is
 * copied. So neither a spammer nor a chain of copies makes a topic.
 */
export function weightOf(posts: readonly TopicPost[]): number {
  const voices = new Set<string>()
  const texts = new Set<number>()
  for (const post of posts) {
    const { voiceOfDay, text } = markOf(post)
    voices.add(voiceOfDay)
    texts.add(text)
  }
  return Math.min(voices.size, texts.size)
}

/** Worked out once a post, though it is asked for by each of its terms. */
const marks = new WeakMap<TopicPost, { voiceOfDay: string; text: number }>()

function markOf(post: TopicPost): { voiceOfDay: string; text: number } {
  const known = marks.get(post)
  if (known) return known
  const voiceOfDay = `${Math.floor(post.at.getTime() / DAY)} ${post.voice}`
  const mark = { voiceOfDay, text: hash(post.terms.join('|')) }
  marks.set(post, mark)
  return mark
}

/** Every term of a period with its posts. */
export function postsByTerm(posts: readonly TopicPost[]): Map<string, TopicPost[]> {
  const byTerm = new Map<string, TopicPost[]>()
  for (const post of posts) {
    for (const term of post.terms) {
      const known = byTerm.get(term)
      if (known) known.push(post)
      else byTerm.set(term, [post])
    }
  }
  return byTerm
}

export function countOf(term: string, posts: TopicPost[]): TermCount {
  return {
    term,
    posts,
    weight: weightOf(posts),
    voices: new Set(posts.map(({ voice }) => voice)).size,
    sources: new Set(posts.map(({ source }) => source)).size,
  }
}

/** Three voices heard in two places, or five in one, in three posts that are no copies of each other. */
export function isShared({ posts, weight, voices, sources }: TermCount): boolean {
  return posts.length >= 3 && weight >= 3 && voices >= (sources >= 2 ? 3 : 5)
}
