import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { followLinks } from './follow-links.ts'

export function jobs(desk: Desk): DueWork[] {
  return [followLinks(desk)]
}
