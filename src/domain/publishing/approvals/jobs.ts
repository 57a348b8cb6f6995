import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { sendingsWork } from '#platform/jobs/sendings.ts'
import { approvalNotices } from './send-notices.ts'

/** Letters about approvals, as they fall due. */
export const jobs = (desk: Desk): DueWork[] => [sendingsWork(desk, approvalNotices)]
