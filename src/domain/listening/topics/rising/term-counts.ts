/** A post as topics are made of it. */
export interface TopicPost {
  readonly id: string
  readonly at: Date
  /** Who speaks: equal where the voice is the same. */
  readonly voice: string | number
}

/** What holds a term, in a period. */
export interface TermCount {
  term: string
  /** The latest first. */
  posts: readonly TopicPost[]
  /**
   * How much posts weigh together: one voice counts once a day however much it says, and a text once however often it is
   * copied. So neither a spammer nor a chain of copies makes a topic.
   */
  weight: number
  voices: number
  sources: number
}

/** Three voices heard in two places, or five in one, in three posts that are no copies of each other. */
export function isShared({
  posts,
  weight,
  voices,
  sources,
}: Omit<TermCount, 'term' | 'posts'> & { posts: { readonly length: number } }): boolean {
  return posts.length >= 3 && weight >= 3 && voices >= (sources >= 2 ? 3 : 5)
}
