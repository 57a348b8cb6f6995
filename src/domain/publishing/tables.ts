import type { ColumnType, Generated, JSONColumnType, Selectable } from 'kysely'
import type { Language } from '#platform/text.ts'
import type {
  AttemptAction,
  AttemptOutcome,
  Content,
  Crop,
  DeliveryState,
  Hold,
  Origin,
  Part,
  Poll,
  PostState,
  Trouble,
  VideoFacts,
} from './model.ts'

type NullableJson<T> = ColumnType<T | null, string | null | undefined, string | null>

/** The tables this module owns. */
export interface PublishingTables {
  campaigns: {
    id: string
    companyId: string
    name: string
    createdBy: string
    createdAt: Date
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
    kind: 'post' | 'reply'
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
}

/** What the network said, kept for the story of a delivery. */
export interface AttemptDetail {
  /** The network's or our own words, for whoever looks closely. */
  said?: string
  reason?: { en: string; fr: string }
  until?: string
  remoteId?: string
}

export type Media = Selectable<PublishingTables['media']>
export type Post = Selectable<PublishingTables['posts']>
export type Variant = Selectable<PublishingTables['variants']>
export type Delivery = Selectable<PublishingTables['deliveries']>
export type Attempt = Selectable<PublishingTables['attempts']>
