import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { sweep } from './sweep-media.ts'

export const jobs = (desk: Desk): DueWork[] => [sweep(desk)]
