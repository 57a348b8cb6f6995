import type { Desk } from '#domain/desk.ts'
import { type Author, deletePost, postsOf } from '#domain/publishing/index.ts'
import type { Occurrence } from '../tables.ts'

/**
 * Takes the posts of some times off the calendar, unless a person touched them: those stay as that person left them.
 * @returns the times that are free now: their post taken off, or not made yet
 */
export async function takeBack(
  desk: Desk,
  author: Author,
  times: readonly Occurrence[],
): Promise<Occurrence[]> {
  const free: Occurrence[] = []
  const ids = times.flatMap(({ postId }) => postId ?? [])
  const posts = new Map(
    (await postsOf(desk.db, author.companyId, ids)).map((post) => [post.id, post]),
  )
  for (const time of times) {
    const post = posts.get(time.postId ?? '')
    if (time.state === 'waiting') free.push(time)
    else if (post && isUntouched(time, post)) {
      await deletePost(desk, author, post.id)
      free.push(time)
    }
  }
  return free
}

const isUntouched = (
  { state, madeVersion }: Occurrence,
  post: { state: string; version: number },
) =>
  post.version === madeVersion &&
  ((state === 'made' && post.state === 'scheduled') ||
    (state === 'refused' && post.state === 'draft'))
