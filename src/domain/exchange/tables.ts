import type { ColumnType, Generated, JSONColumnType, Selectable } from 'kysely'
import type { Language, Text } from '#platform/text.ts'

type NullableJson<T> = ColumnType<T | null, string | null, string | null>

export interface ExchangeTables {
  imports: {
    id: string
    companyId: string
    kind: 'csv' | 'ics'
    fileName: string
    content: string
    choices: JSONColumnType<Choices>
    state: Generated<'preview' | 'done' | 'undone'>
    postIds: Generated<string[]>
    createdBy: string
    createdAt: Date
  }
  calendarFeeds: {
    id: string
    companyId: string
    name: string
    tokenHash: string
    channelId: string | null
    createdBy: string
    createdById: string
    createdAt: Date
    lastReadAt: Date | null
  }
  feedRules: {
    id: string
    companyId: string
    name: string
    connectorId: string
    settings: JSONColumnType<Record<string, string>>
    channelIds: string[]
    template: string
    language: Language
    labels: string[]
    campaignId: string | null
    mode: 'draft' | 'schedule' | 'approval'
    /** Whether whoever set it up, or changed it last, could publish alone. */
    mayPublish: boolean
    delayMinutes: number
    dailyMax: number
    gapMinutes: number
    state: Generated<'on' | 'paused'>
    cursor: string | null
    nextPollAt: Date
    leaseUntil: Date | null
    failures: Generated<number>
    trouble: NullableJson<Text>
    lastPollAt: Date | null
    createdBy: string
    createdById: string
    createdAt: Date
  }
  feedArticles: {
    ruleId: string
    companyId: string
    articleId: string
    title: string
    url: string
    at: Date
    state: 'waiting' | 'made' | 'passed'
    found: JSONColumnType<Article>
    postId: string | null
    trouble: NullableJson<Text>
    metAt: Date
  }
}

/** What a person decides about a file as a whole. */
export interface Choices {
  /** Accounts of the rows that name none. */
  channelIds: string[]
  /** `01/12/2026` is the first of December; null when the file does not say and nobody did. */
  dayFirst: boolean | null
  /** Wall time of what has a day and no hour. */
  hour: string
  /** Everything is kept as a draft, dates or not. */
  asDrafts: boolean
}

/** What a template may say of an article. */
export interface Article {
  title: string
  text: string
  url: string
  author: string
}

export type Import = Selectable<ExchangeTables['imports']>
export type CalendarFeed = Selectable<ExchangeTables['calendarFeeds']>
export type FeedRule = Selectable<ExchangeTables['feedRules']>
export type FeedArticle = Selectable<ExchangeTables['feedArticles']>
