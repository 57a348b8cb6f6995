import type { ColumnType, Generated, JSONColumnType, Selectable } from 'kysely'
import type { Draft } from '#domain/publishing/index.ts'
import type { Text } from '#platform/text.ts'

/** The tables this module owns. */
export interface PlanningTables {
  recurrences: {
    id: string
    companyId: string
    state: Generated<'on' | 'off'>
    template: JSONColumnType<Draft>
    texts: string[]
    rule: string
    wallTime: string
    timeZone: string
    followsId: string | null
    authorId: string
    authorName: string
    mayPublish: boolean
    lookAt: Date | null
    version: Generated<number>
    createdAt: Date
    updatedAt: Date
  }
  occurrences: {
    recurrenceId: string
    wallTime: string
    companyId: string
    at: Date
    position: number
    state: Generated<OccurrenceState>
    postId: string | null
    madeVersion: number | null
    reason: ColumnType<Text | null, string | null, string | null>
  }
  slots: {
    companyId: string
    channelId: string
    weekday: number
    time: string
    evergreen: boolean
  }
  evergreens: {
    id: string
    companyId: string
    state: Generated<'on' | 'off'>
    template: JSONColumnType<Draft>
    everyWeeks: number
    until: string | null
    authorId: string
    authorName: string
    mayPublish: boolean
    createdAt: Date
    updatedAt: Date
  }
  evergreenTurns: {
    evergreenId: string
    wallTime: string
    companyId: string
    at: Date
    postId: string | null
  }
  shelfLooks: {
    companyId: string
    lookAt: Date
  }
}

/**
 * - `waiting`: its post is not made yet
 * - `made`: its post stands on the calendar
 * - `past`: its hour has come, and its post has a story of its own
 * - `skipped`: a person left it out
 * - `missed`: its hour passed while the desk could not send it
 * - `refused`: a network would not have taken it, or its hour was closed
 */
export type OccurrenceState = 'waiting' | 'made' | 'past' | 'skipped' | 'missed' | 'refused'

export type Recurrence = Selectable<PlanningTables['recurrences']>
export type Occurrence = Selectable<PlanningTables['occurrences']>
export type Evergreen = Selectable<PlanningTables['evergreens']>
