import type { PostStatus } from '#domain/publishing/api.ts'
import { Mark } from '#web/ui/index.ts'
import { markOf } from '../calendar/post-mark.ts'

const ORDER: readonly PostStatus[] = [
  'failed',
  'unknown',
  'partly-published',
  'held',
  'handed',
  'in-review',
  'draft',
  'scheduled',
  'publishing',
  'published',
]

/** Statuses that have posts, those that ask for a person first. */
export const statusesOf = (posts: Record<string, number>): [PostStatus, number][] =>
  ORDER.flatMap((status) => {
    const count = posts[status] ?? 0
    return count > 0 ? [[status, count] as [PostStatus, number]] : []
  })

export const totalOf = (posts: Record<string, number>): number =>
  Object.values(posts).reduce((sum, count) => sum + count, 0)

/** How many posts stand where, by their signs. */
export function PostMarks({ posts }: { posts: Record<string, number> }) {
  return (
    <span className="flex flex-wrap gap-x-2.5 text-sm text-ink-2">
      {statusesOf(posts).map(([status, count]) => (
        <span key={status} className="inline-flex items-center gap-1">
          <Mark status={markOf(status)} />
          {count}
        </span>
      ))}
    </span>
  )
}
