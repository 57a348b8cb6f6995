import type { ColumnType, Generated, JSONColumnType, Selectable } from 'kysely'
import type { ApprovalState, Decision, Hashes, Step } from './model.ts'

type NullableJson<T> = ColumnType<T | null, string | null, string | null>
type DefaultJson<T> = ColumnType<T, string | undefined, string>

export interface ApprovalRulesTable {
  id: string
  companyId: string
  position: Generated<number>
  name: string
  scope: JSONColumnType<RuleScope>
  exemptRoles: string[]
  steps: JSONColumnType<Step[]>
  createdBy: string
  createdAt: Date
}

/** Which posts a rule is about; all empty: every post. */
export interface RuleScope {
  channelIds: string[]
  connectorIds: string[]
  campaignIds: string[]
}

export interface ApprovalsTable {
  id: string
  companyId: string
  postId: string
  state: Generated<ApprovalState>
  steps: JSONColumnType<Step[]>
  cleared: DefaultJson<Hashes>
  asap: Generated<boolean>
  byRight: Generated<boolean>
  requestedBy: string
  requestedName: string
  requestedAt: Date
  resubmittedAfter: Generated<number>
  closedAt: Date | null
}

export interface ApprovalDecisionsTable {
  id: Generated<number>
  companyId: string
  approvalId: string
  step: number
  byKind: 'member' | 'guest'
  byId: string
  byName: string
  decision: Decision
  comment: string
  hashes: JSONColumnType<Hashes>
  at: Date
}

export interface ApprovalNoticesTable {
  id: string
  companyId: string
  approvalId: string
  kind: 'asked' | 'soon' | 'passed' | 'decided'
  step: number
  recipient: string
  about: string
  dueAt: Date
  tries: Generated<number>
  takenAt: Date | null
  outcome: string | null
}

export interface ReviewLinksTable {
  id: string
  companyId: string
  postId: string | null
  campaignId: string | null
  month: string | null
  tokenHash: string
  tokenSealed: string
  guestName: string
  guestEmail: string | null
  language: 'en' | 'fr'
  passcodeHash: string | null
  waits: Generated<boolean>
  expiresAt: Date
  revokedAt: Date | null
  seenAt: Date | null
  createdBy: string
  createdAt: Date
}

export interface ReviewKnocksTable {
  key: string
  windowStart: Date
  count: number
}

export interface PostCommentsTable {
  id: string
  companyId: string
  postId: string
  replyTo: string | null
  channelId: string | null
  part: Generated<number>
  anchor: NullableJson<Anchor>
  body: string
  byKind: 'member' | 'key' | 'guest'
  byId: string
  byName: string
  createdAt: Date
  resolvedAt: Date | null
  resolvedBy: string | null
}

/** Where a comment stands: the words it is about, where they stood, and what stood around them. */
export interface Anchor {
  /** In UTF-16 units. */
  start: number
  quote: string
  before: string
  after: string
}

export type Rule = Selectable<ApprovalRulesTable>
export type Approval = Selectable<ApprovalsTable>
export type DecisionRow = Selectable<ApprovalDecisionsTable>
export type Notice = Selectable<ApprovalNoticesTable>
export type ReviewLink = Selectable<ReviewLinksTable>
export type PostComment = Selectable<PostCommentsTable>
