import type { Told } from './told.ts'

/** Who carried it farthest: by followers where a network says how many, by posts otherwise. */
export interface Amplifier {
  /** The latest of their posts, with which they are forgotten; told since alerts forget. */
  mentionId?: string
  name: string
  url: string | null
  followers: number | null
  posts: number
}

/** @returns null where nobody stands out */
export function amplifierOf(told: readonly Told[]): Amplifier | null {
  const byAuthor = Map.groupBy(
    told.filter(({ author }) => author !== null),
    ({ author }) => author?.remoteId || author?.handle || author?.name || '',
  )
  const authors = [...byAuthor.values()].map((posts): Amplifier => {
    const { id, author, url } = posts.at(-1) ?? { id: '', author: null, url: null }
    const followers = Math.max(-1, ...posts.map((post) => post.author?.followers ?? -1))
    return {
      mentionId: id,
      name: author?.name || author?.handle || '',
      url: author?.profileUrl ?? url,
      followers: followers >= 0 ? followers : null,
      posts: posts.length,
    }
  })
  const [first] = authors.toSorted(
    (a, b) => (b.followers ?? -1) - (a.followers ?? -1) || b.posts - a.posts,
  )
  if (!first || (first.followers === null && first.posts < 2)) return null
  return first
}
