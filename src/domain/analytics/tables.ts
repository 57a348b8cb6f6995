import type { ColumnType, Generated } from 'kysely'

export interface AnalyticsTables {
  metricFacts: {
    companyId: string
    subject: 'delivery' | 'channel'
    subjectId: string
    channelId: string
    metric: string
    grain: 'hour' | 'day'
    at: Date
    value: number
    readAt: Date
    /** A person's name and when, for what was entered by hand; null for what a network told. */
    enteredBy: Generated<string | null>
    enteredAt: Generated<Date | null>
  }
  dayVisits: {
    companyId: string
    channelId: string
    day: ColumnType<string, string, string>
    arrivals: number
    departures: number | null
    enteredBy: string
    enteredAt: Date
  }
}
