import type { ColumnType, Generated, JSONColumnType } from 'kysely'

export type CaseKind = 'lead' | 'case'
export type CaseState = 'open' | 'won' | 'lost' | 'closed'

/** The account behind a case, as the first mention showed it. */
export interface Person {
  connectorId: string
  remoteId: string
  name: string
  handle: string
  profileUrl: string | null
}

export interface CasesTables {
  cases: {
    id: string
    companyId: string
    kind: CaseKind
    /** Null: called after the first mention it holds. */
    title: string | null
    state: Generated<CaseState>
    assignedTo: string | null
    /** A day, without an hour. */
    dueOn: ColumnType<string | null, string | null, string | null>
    person: JSONColumnType<Person> | null
    alertId: string | null
    version: Generated<number>
    openedBy: string
    openedAt: Date
    changedBy: string
    changedAt: Date
  }
  caseMentions: { caseId: string; mentionId: string; companyId: string; addedAt: Date }
  caseLetters: {
    id: string
    caseId: string
    companyId: string
    userId: string
    givenBy: string
    dueAt: Date
    takenAt: Date | null
    tries: Generated<number>
    outcome: string | null
  }
  caseNotes: {
    id: string
    caseId: string
    companyId: string
    writtenBy: string
    writtenAt: Date
    text: string
  }
}
