import type { ColumnType, Generated, JSONColumnType, Selectable } from 'kysely'
import type { UtmPreset } from '#domain/links/api.ts'
import type { Language } from '#platform/text.ts'
import type { Shape } from './campaigns/api.ts'
import type { Card, CardTrouble } from './cards/card.ts'
import type {
  AttemptAction,
  AttemptOutcome,
  Content,
  Crop,
  DeliveryKind,
  DeliveryState,
  Hold,
  Origin,
  Part,
  Poll,
  PostState,
  Trouble,
  VideoFacts,
  Wait,
} from './model.ts'
import type { PhraseKind, PhraseVariable } from './phrases/api.ts'
import type {
  ApprovalDecisionsTable,
  ApprovalNoticesTable,
  ApprovalRulesTable,
  ApprovalsTable,
  PostCommentsTable,
  ReviewKnocksTable,
  ReviewLinksTable,
} from './approvals/tables.ts'

type NullableJson<T> = ColumnType<T | null, string | null | undefined, string | null>

/** The tables this module owns. */
export interface PublishingTables {
  campaigns: {
    id: string
    companyId: string
    name: string
    objective: string
    audience: string
    message: string
    tone: string
    startsOn: string | null
    endsOn: string | null
    budget: number | null
    currency: string
    channelIds: string[]
    shape: Shape
    letter: string
    utm: JSONColumnType<UtmPreset>
    archivedAt: Date | null
    createdBy: string
    createdAt: Date
    updatedBy: string
    updatedAt: Date
  }
  campaignCosts: {
    id: string
    companyId: string
    campaignId: string
    day: string
    what: string
    amount: number
    createdBy: string
    createdAt: Date
  }
  phrases: {
    id: string
    companyId: string
    kind: PhraseKind
    name: string
    texts: JSONColumnType<Partial<Record<Language, string>>>
    variables: ColumnType<PhraseVariable[], string, string>
    deletedAt: Date | null
    createdBy: string
    createdAt: Date
    updatedBy: string
    updatedAt: Date
  }
  media: {
    id: string
    companyId: string
    sha256: string
    type: string
    bytes: number
    width: number
    height: number
    animated: boolean
    alt: string
    fileName: string
    focalX: Generated<number | null>
    focalY: Generated<number | null>
    video: NullableJson<VideoFacts>
    posterSha256: Generated<string | null>
    deletedAt: Generated<Date | null>
    createdBy: string
    createdAt: Date
  }
  renditions: {
    companyId: string
    sourceSha256: string
    recipe: string
    sha256: string
    type: string
    width: number
    height: number
    createdAt: Date
  }
  posts: {
    id: string
    companyId: string
    state: Generated<PostState>
    text: string
    language: Language | null
    mediaIds: string[]
    scheduledAt: Date | null
    timeZone: string | null
    wallTime: string | null
    trackLinks: boolean
    campaign: string | null
    thread: ColumnType<Part[], string | undefined, string>
    firstComment: Generated<string>
    poll: NullableJson<Poll>
    labels: Generated<string[]>
    about: 'us' | 'customer' | null
    campaignId: string | null
    origin: NullableJson<Origin>
    authorIds: Generated<string[]>
    embargoAt: Date | null
    embargoZone: string | null
    embargoWallTime: string | null
    version: Generated<number>
    createdBy: string
    createdAt: Date
    updatedBy: string
    updatedAt: Date
  }
  variants: {
    postId: string
    companyId: string
    channelId: string
    position: number
    text: string | null
    mediaIds: string[] | null
    options: JSONColumnType<Record<string, unknown>>
    thread: NullableJson<Part[]>
    firstComment: string | null
    crops: ColumnType<Record<string, Crop>, string | undefined, string>
  }
  deliveries: {
    id: string
    companyId: string
    channelId: string
    postId: string | null
    kind: DeliveryKind
    state: Generated<DeliveryState>
    content: JSONColumnType<Content>
    contentHash: string
    plannedAt: Date
    dueAt: Date
    giveUpAt: Date
    tries: Generated<number>
    checks: Generated<number>
    leaseUntil: Date | null
    leaseOwner: string | null
    mustConfirm: Generated<boolean>
    doubtUntil: Date | null
    remoteId: string | null
    remoteUrl: string | null
    remoteData: NullableJson<Record<string, unknown>>
    publishedAt: Date | null
    failure: NullableJson<Trouble>
    holds: Generated<Hold[]>
    part: Generated<number>
    afterId: string | null
    kept: NullableJson<Record<string, unknown>>
    wait: NullableJson<Wait>
    marks: Generated<number[]>
    createdBy: string
    createdAt: Date
    updatedAt: Date
  }
  attempts: {
    id: Generated<number>
    companyId: string
    deliveryId: string
    action: AttemptAction
    contentHash: string
    startedAt: Date
    finishedAt: Date | null
    outcome: AttemptOutcome | null
    detail: JSONColumnType<AttemptDetail>
  }
  crisisSwitches: {
    id: string
    companyId: string
    scope: 'company' | 'network' | 'account' | 'campaign'
    /** A network's name in the code, an account's or a campaign's id; empty for the company. */
    target: string
    reason: string
    replies: boolean
    onAt: Date
    onBy: string
    onById: string
    appliedAt: Date | null
    leaving: Generated<number>
    liftedAt: Date | null
    liftedBy: string | null
    liftedById: string | null
    releasedAt: Date | null
  }
  publishingRules: {
    companyId: string
    lateMinutes: number
    duplicateDays: number
    updatedAt: Date
  }
  postPresence: {
    postId: string
    companyId: string
    personId: string
    name: string
    seenAt: Date
  }
  handTasks: {
    deliveryId: string
    companyId: string
    handedAt: Date
    ticked: Generated<number[]>
    outcome: 'done' | 'not-done' | null
    reason: Generated<string>
    proofMediaId: string | null
    settledAt: Date | null
    settledBy: string | null
  }
  deskLetters: {
    companyId: string
    kind: string
    about: string
    dueAt: Date
    sentAt: Date | null
  }
  linkCards: {
    companyId: string
    url: string
    readAt: Date
    card: NullableJson<Card>
    trouble: CardTrouble | null
  }
  pollReadings: {
    deliveryId: string
    companyId: string
    choices: NullableJson<{ label: string; votes: number }[]>
    closesAt: Date | null
    over: Generated<boolean>
    readAt: Date | null
    nextReadAt: Date
  }
  hintSilences: { companyId: string; kind: string; by: string; at: Date }
  approvalRules: ApprovalRulesTable
  approvals: ApprovalsTable
  approvalDecisions: ApprovalDecisionsTable
  approvalNotices: ApprovalNoticesTable
  reviewLinks: ReviewLinksTable
  reviewKnocks: ReviewKnocksTable
  postComments: PostCommentsTable
}

/** What the network said, kept for the story of a delivery. */
export interface AttemptDetail {
  /** The network's or our own words, for whoever looks closely. */
  said?: string
  reason?: { en: string; fr: string }
  until?: string
  remoteId?: string
  /** The access to the account had expired and was renewed on the way. */
  renewed?: boolean
}

export type Campaign = Selectable<PublishingTables['campaigns']>
export type Phrase = Selectable<PublishingTables['phrases']>
export type Media = Selectable<PublishingTables['media']>
export type Post = Selectable<PublishingTables['posts']>
export type Variant = Selectable<PublishingTables['variants']>
export type Delivery = Selectable<PublishingTables['deliveries']>
export type Attempt = Selectable<PublishingTables['attempts']>
export type HandTask = Selectable<PublishingTables['handTasks']>
export type CrisisSwitch = Selectable<PublishingTables['crisisSwitches']>
