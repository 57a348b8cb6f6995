import type { ColumnType, JSONColumnType, Selectable } from 'kysely'
import type { Language } from '#platform/text.ts'

export interface DuelsTables {
  duels: {
    id: string
    companyId: string
    code: string
    question: string
    language: Language
    first: JSONColumnType<Contender>
    second: JSONColumnType<Contender>
    way: Way
    closesAt: Date
    closedAt: Date | null
    salt: Buffer | null
    postId: string | null
    /** What the polls said when it closed; they may go on without it. */
    counted: ColumnType<Source[] | null, undefined, string>
    createdBy: string
    createdAt: Date
  }
  duelVotes: {
    duelId: string
    voterHash: string
    choice: Side
    verdict: 'counted' | 'doubtful'
    addressMark: Buffer | null
    at: Date
  }
}

export interface Contender {
  label: string
  mediaId: string
}

/** What an account's network counts. */
export interface Source {
  channelId: string
  /** Null when the network has not told anything yet. */
  votes: { first: number; second: number } | null
}

/** How people answer: on a page of ours, by the network's own poll, or by two reactions. */
export type Way = 'page' | 'poll' | 'reactions'
export type Side = 'first' | 'second'
export type Duel = Selectable<DuelsTables['duels']>
