import type { ColumnType, Generated, JSONColumnType, Selectable } from 'kysely'
import type { Language } from '#platform/text.ts'

/** The practice network's own tables; see the migration for what each row means. */
export interface SandboxTables {
  sandboxAccounts: AccountsTable
  sandboxTokens: {
    tokenHash: string
    accountId: string
    revoked: Generated<boolean>
    createdAt: Date
  }
  sandboxFollowers: { accountId: string; memberId: number; at: Date }
  sandboxMedia: {
    id: string
    accountId: string
    type: string
    width: number
    height: number
    bytes: Buffer
    createdAt: Date
  }
  sandboxPosts: PostsTable
  sandboxReactions: {
    postId: string
    kind: 'like' | 'reshare' | 'click' | 'follow'
    memberId: number
    viaMemberId: number | null
    at: Date
    doneAt: Date | null
  }
  sandboxViews: { postId: string; at: Date; count: number }
  sandboxVotes: { postId: string; at: Date; choice: number; count: number }
  sandboxTalkDays: { accountId: string | null; day: number }
  sandboxFaults: FaultsTable
}

export type AccountRow = Selectable<AccountsTable>

export interface AccountsTable {
  id: string
  flavour: string
  handle: string
  name: string
  about: Generated<string>
  passwordHash: string
  seed: string
  pace: string
  language: Generated<Language>
  honoursKeys: Generated<boolean>
  rateMax: number
  rateSeconds: number
  windowStart: Date
  windowCount: Generated<number>
  companyId: string | null
  createdAt: Date
}

export interface PostImage {
  id: string
  alt: string
  width: number
  height: number
  /** Of a video; absent: an image. */
  type?: string
}

export interface SandboxPoll {
  choices: string[]
  minutes: number
  multiple: boolean
}

export type PostRow = Selectable<PostsTable>

export interface PostsTable {
  id: string
  sequence: Generated<number>
  accountId: string | null
  memberId: number | null
  rootId: string | null
  replyTo: string | null
  text: string
  language: string | null
  images: JSONColumnType<PostImage[], string | undefined, string>
  poll: ColumnType<SandboxPoll | null, string | null | undefined, string | null>
  tone: string | null
  calls: Generated<boolean>
  honouredKey: string | null
  sentKey: string | null
  at: Date
  deletedAt: Date | null
}

export type FaultRow = Selectable<FaultsTable>

export interface FaultsTable {
  id: Generated<number>
  accountId: string
  kind: string
  operation: string | null
  ms: number | null
  remaining: number | null
  probability: number | null
  seed: string
  draws: Generated<number>
}
