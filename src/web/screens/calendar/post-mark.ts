import type { PostStatus } from '#domain/publishing/api.ts'
import type { MarkStatus } from '#web/ui/index.ts'

const MARKS: Record<PostStatus, MarkStatus> = {
  draft: 'draft',
  scheduled: 'scheduled',
  publishing: 'sending',
  handed: 'handed',
  published: 'published',
  'partly-published': 'partial',
  'in-review': 'in_review',
  held: 'held',
  failed: 'failed',
  unknown: 'unknown',
  cancelled: 'cancelled',
}

/** The sign of a post's status. */
export const markOf = (status: PostStatus): MarkStatus => MARKS[status]

/** Whether it may still be given another day: nothing of it has left, and it stands on one. */
export const isMovable = (status: PostStatus): boolean =>
  status === 'scheduled' ||
  status === 'handed' ||
  status === 'failed' ||
  status === 'in-review' ||
  status === 'held'
