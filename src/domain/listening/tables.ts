import type { ColumnType, Generated, JSONColumnType } from 'kysely'
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
    streamed: boolean
    holder: string | null
  }
  /** How each source that streams is doing (`sources/live`). */
  sourceStreams: {
    sourceId: string
    liveSince: Date | null
    eventAt: Date | null
    heardAt: Date | null
    perMinute: number
    skipped: number
    missed: JSONColumnType<Missed[]>
    asksUntil: Date | null
  }
  /** Hubs that tell at once of what is new at a source (`sources/websub`). */
  feedSubscriptions: {
    id: string
    /** Null once the source is gone or names another hub: to be ended there. */
    sourceId: string | null
    hub: string
    topic: string
    tokenHash: string
    /** The token of the callback and the secret that signs, sealed. */
    sealed: string
    asked: 'subscribe' | 'unsubscribe' | null
    askedAt: Date | null
    /** How often it was asked since the hub last agreed. */
    asks: number
    confirmedAt: Date | null
    liveSince: Date | null
    leaseUntil: Date | null
    /** The last time that it told us of something. */
    toldAt: Date | null
    denied: string | null
    nextAt: Date
  }
  /** What could not be kept (`passage/park.ts`). */
  parkedPosts: {
    id: string
    companyId: string | null
    sourceId: string | null
    message: Buffer
    reason: JSONColumnType<Text>
    times: number
    parkedAt: Date
    /** What makes it the same post of its source; null when it came through the queue. */
    identity: string | null
    /** Somebody asked that it be tried again. */
    again: Generated<boolean>
  }
  savedQueries: {
    id: string
    companyId: string
    name: string
    expression: string
    examples: JSONColumnType<QueryExample[]>
    createdAt: Date
    updatedAt: Date
  }
  /** What people said of a query's mentions. */
  queryJudgements: {
    companyId: string
    queryId: string
    mentionId: string
    relevant: boolean
    judgedBy: string
    judgedAt: Date
  }
  /** The last things read, found or not: see `query-tests/heard-sample.ts`. */
  heardItems: {
    id: string
    companyId: string
    sourceId: string
    canonicalUrl: string
    connectorId: string
    /** Null of what was heard before this was kept. */
    remoteId: string | null
    sourceName: string
    url: string
    author: JSONColumnType<Author> | null
    title: string | null
    text: string
    language: string | null
    images: number | null
    at: Date
    heardAt: Date
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
    /** Pictures that came with it; null when the source did not say. */
    images: number | null
    at: Date
    foundAt: Date
    seen: boolean
    dismissed: boolean
    /** Read as it was kept: see `signals/`. */
    sentiment: string | null
    /** What a person of the company says it is. */
    sentimentByPerson: ColumnType<string | null, string | null | undefined, string | null>
    confidence: number | null
    intents: string[]
    risks: string[]
    /** Intents and risks are what a person says they are. */
    wantsByPerson: Generated<boolean>
    decidingWords: JSONColumnType<Record<string, string[]>>
    /** How it was read as it came, where it was read anew since and says something else now. */
    asHeard: ColumnType<AsHeard | null, string | null | undefined, string | null>
    /** What it speaks of (`signals/terms`); null as long as nobody has read it. */
    terms: ColumnType<string[] | null, string[] | null | undefined, string[] | null>
  }
  /** What posts that no query found speak of: see `topics/keep-heard-terms.ts`. */
  heardTerms: {
    companyId: string
    canonicalUrl: string
    sourceId: string | null
    /** Null of what was heard before this was kept. */
    remoteId: string | null
    at: Date
    day: string
    rank: number
    voice: string
    author: string | null
    sourceName: string
    url: string
    excerpt: string
    terms: string[]
  }
  /** How long a company keeps mentions: see `keeping/`. */
  mentionKeeping: {
    companyId: string
    months: number | null
    dueAt: Date | null
    erasing: Generated<number>
    erased: Generated<number>
    erasedAt: ColumnType<Date | null, Date | null | undefined, Date | null>
  }
  /** Mentions that another part of the desk needs. */
  heldMentions: { mentionId: string; companyId: string }
  mentionHits: {
    companyId: string
    mentionId: string
    queryId: string
  }
}

/** A text that a query must find, or must not. */
export interface QueryExample {
  text: string
  wanted: boolean
}

/** What is wrong with a source, in a sentence, and since when (ISO 8601). */
export interface Trouble {
  sentence: Text
  since: string
}

/** A stretch of time that was not heard (ISO 8601). */
export interface Missed {
  from: string
  to: string
}

/** What a mention said before it was read anew (`learning/reread`). */
export interface AsHeard {
  sentiment: string | null
  intents: string[]
  risks: string[]
  /** Somebody had seen it so. */
  seen: boolean
}
