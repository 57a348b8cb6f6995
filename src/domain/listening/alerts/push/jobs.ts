import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { sendingsWork } from '#platform/jobs/sendings.ts'
import { alertPushes } from './send-pushes.ts'

/** Tells the devices of members of alerts. */
export const jobs = (desk: Desk): DueWork[] => [sendingsWork(desk, alertPushes)]
