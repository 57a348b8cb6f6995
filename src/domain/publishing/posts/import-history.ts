import type { Insertable } from 'kysely'
import { v7 as uuid } from 'uuid'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Language } from '#platform/text.ts'
import { giveUpAfter } from '../deliveries/ledger.ts'
import { marksOf } from '../duplicates/likeness.ts'
import { type Content, hashOf } from '../model.ts'
import { asJson } from '#platform/db/storable.ts'
import type { PublishingTables } from '../tables.ts'
import { wallTimeOf } from './wall-time.ts'

/** A post that left before this desk knew of it. */
export interface PastPost {
  text: string
  language?: Language
  mediaIds?: string[]
  campaign?: string
  campaignId?: string
  labels?: string[]
  about?: 'us' | 'customer'
  /** When it was meant to leave. */
  scheduledAt: Date
  deliveries: {
    channelId: string
    /** What left by this account, when its words differ from the post's. */
    text?: string
    remoteId: string
    remoteUrl: string
    remoteData?: Record<string, unknown>
    publishedAt: Date
    /** Known beforehand, when links already name it. */
    id?: string
  }[]
}

export interface History {
  companyId: string
  by: string
  timeZone: string
  posts: readonly PastPost[]
}

export interface Imported {
  postId: string
  deliveries: { id: string; channelId: string; remoteId: string }[]
}

/**
 * Writes a past into the calendar and the ledger, as if it had left from here. Nothing leaves and nothing is told.
 * @returns the ids given, in the order of `posts`
 */
export async function importHistory(trx: Executor, history: History): Promise<Imported[]> {
  const rows = history.posts.map((post) => rowsOf(history, post))
  const tables = tablesOf<PublishingTables>(trx)
  for (const some of chunksOf(rows)) {
    await tables
      .insertInto('posts')
      .values(some.map(({ post }) => post))
      .execute()
    const variants = some.flatMap((row) => row.variants)
    if (variants.length > 0) await tables.insertInto('variants').values(variants).execute()
    const deliveries = some.flatMap((row) => row.deliveries)
    if (deliveries.length > 0) await tables.insertInto('deliveries').values(deliveries).execute()
  }
  return rows.map(({ post, deliveries }) => ({
    postId: post.id,
    deliveries: deliveries.map(({ id, channelId, remoteId }) => ({ id, channelId, remoteId })),
  }))
}

/** Few enough for one statement each: PostgreSQL takes 65,535 parameters. */
function chunksOf<T>(rows: readonly T[], size = 200): T[][] {
  const count = Math.ceil(rows.length / size)
  return Array.from({ length: count }, (_, n) => rows.slice(n * size, (n + 1) * size))
}

type NewPost = Insertable<PublishingTables['posts']>

function rowsOf({ companyId, by, timeZone }: History, past: PastPost) {
  const { text, language = null, mediaIds = [], campaign = null, scheduledAt } = past
  const { campaignId = null, labels = [], about = null } = past
  const postId = uuid({ msecs: scheduledAt.getTime() })
  const post: NewPost = {
    id: postId,
    companyId,
    state: 'scheduled',
    text,
    language,
    mediaIds,
    scheduledAt,
    timeZone,
    wallTime: wallTimeOf(scheduledAt, timeZone),
    trackLinks: true,
    campaign,
    campaignId,
    labels,
    about,
    createdBy: by,
    createdAt: scheduledAt,
    updatedBy: by,
    updatedAt: scheduledAt,
  }
  const variants = past.deliveries.map((left, position) => ({
    postId,
    companyId,
    channelId: left.channelId,
    position,
    text: left.text === text ? null : (left.text ?? null),
    mediaIds: null,
    options: JSON.stringify({}),
  }))
  return {
    post,
    variants,
    deliveries: past.deliveries.map((left) => deliveryOf(post, left, scheduledAt)),
  }
}

function deliveryOf(post: NewPost, left: PastPost['deliveries'][number], scheduledAt: Date) {
  const { language } = post
  const content: Content = {
    text: left.text ?? post.text,
    ...(language ? { language } : {}),
    images: [],
    options: {},
  }
  return {
    id: left.id ?? uuid({ msecs: scheduledAt.getTime() }),
    companyId: post.companyId,
    channelId: left.channelId,
    postId: post.id,
    kind: 'post' as const,
    state: 'published' as const,
    content: asJson(content),
    contentHash: hashOf(content),
    marks: marksOf(content.text),
    plannedAt: scheduledAt,
    dueAt: scheduledAt,
    giveUpAt: giveUpAfter(scheduledAt),
    tries: 1,
    remoteId: left.remoteId,
    remoteUrl: left.remoteUrl,
    remoteData: left.remoteData ? asJson(left.remoteData) : null,
    publishedAt: left.publishedAt,
    createdBy: post.createdBy,
    createdAt: scheduledAt,
    updatedAt: left.publishedAt,
  }
}
