import type { Generated } from 'kysely'

export interface OverviewTables {
  mentionHours: {
    companyId: string
    /** Null counts each mention once, whichever queries found it. */
    queryId: string | null
    sourceId: string | null
    hour: Date
    negative: number
    neutral: number
    positive: number
    unsure: number
    unread: number
    byPerson: number
  }
  /** Written by triggers, with whatever changes what an hour counts. */
  mentionHoursDue: {
    id: Generated<number>
    companyId: string
    hour: Date
  }
  comparedQueries: {
    companyId: string
    queryId: string
    ours: boolean
  }
}
