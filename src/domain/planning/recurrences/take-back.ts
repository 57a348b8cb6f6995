import type { Desk } from '#domain/desk.ts'
import { type Author, deletePost, postsOf } from '#domain/publishing/index.ts'
import type { Occurrence } from '../tables.ts'

/**
 * Takes the posts of some times off the calendar, unless a person touched them: those stay as that person left them.
 * @param meant the time that was named by whoever changes the series: its post is taken off, touched or not
 * @returns the times that are free now: their post taken off, or not made yet
 */
export async function takeBack(
  desk: Desk,
  author: Author,
  times: readonly Occurrence[],
  meant?: string,
): Promise<Occurrence[]> {
  const free: Occurrence[] = []
  const ids = times.flatMap(({ postId }) => postId ?? [])
  const posts = new Map(
    (await postsOf(desk.db, author.companyId, ids)).map((post) => [post.id, post]),
  )
  for (const time of times) {
    const post = posts.get(time.postId ?? '')
    if (time.state === 'waiting') free.push(time)
    else if (post && (isUntouched(time, post) || isMeant(time, post, meant))) {
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

const isMeant = (
  { state, wallTime }: Occurrence,
  post: { state: string },
  meant: string | undefined,
) => wallTime === meant && state === 'made' && post.state === 'scheduled'
