import type { JSONColumnType } from 'kysely'
import type { Author } from '#connectors/_contract/connector.ts'
import type { Text } from '#platform/text.ts'

export interface ListeningTables {
  sources: {
    id: string
    companyId: string
    connectorId: string
    channelId: string | null
    name: string
    settings: JSONColumnType<Record<string, unknown>>
    cursor: string | null
    nextPollAt: Date
    leaseUntil: Date | null
    lastPollAt: Date | null
    lastItemAt: Date | null
    itemsRead: number
    failures: number
    trouble: JSONColumnType<Trouble> | null
    lookBackWanted: number
    lookBackDone: number
    paused: boolean
    createdAt: Date
  }
  savedQueries: {
    id: string
    companyId: string
    name: string
    expression: string
    createdAt: Date
    updatedAt: Date
  }
  mentions: {
    id: string
    companyId: string
    sourceId: string | null
    connectorId: string
    remoteId: string
    url: string
    canonicalUrl: string
    author: JSONColumnType<Author> | null
    title: string | null
    text: string
    language: string | null
    at: Date
    foundAt: Date
    seen: boolean
    dismissed: boolean
  }
  mentionHits: {
    companyId: string
    mentionId: string
    queryId: string
  }
}

/** What is wrong with a source, in a sentence, and since when (ISO 8601). */
export interface Trouble {
  sentence: Text
  since: string
}
