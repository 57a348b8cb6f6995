import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { Problem } from '#platform/http/problem.ts'
import type { moveInput } from './api.ts'
import { notScheduled } from '../errors.ts'
import type { Author } from './draft-post.ts'
import { refuseCancelled } from './hindrances.ts'
import { schedulePost } from './schedule-post.ts'
import { wholePost } from './store.ts'

/** Gives a scheduled post another wall time in the zone it was scheduled in. */
export async function movePost(
  desk: Desk,
  author: Author,
  id: string,
  to: z.output<typeof moveInput>,
): Promise<void> {
  const whole = await wholePost(desk.db, author.companyId, id)
  refuseCancelled(whole)
  if (whole.post.state !== 'scheduled') throw new Problem(notScheduled)
  await schedulePost(desk, author, id, to)
}
