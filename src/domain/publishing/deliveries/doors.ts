import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Language } from '#platform/text.ts'
import type { DeliveryView } from '../api.ts'
import { actionsOn, type DeliveryKind, type DeliveryState } from '../model.ts'
import type { Delivery, PublishingTables } from '../tables.ts'
import { troubleOf } from './story.ts'

/** A delivery as the other modules see it. */
export interface DeliveryFacts {
  id: string
  postId: string | null
  channelId: string
  kind: DeliveryKind
  state: DeliveryState
  text: string
  remoteId: string | null
  remoteUrl: string | null
  publishedAt: Date | null
  /** What went wrong and what to do, in the language asked for. */
  trouble: string | null
  /** What a person may decide about it now. */
  actions: DeliveryView['actions']
}

/** One that has left. */
export type PublishedDelivery = DeliveryFacts & { publishedAt: Date }

export async function deliveriesOf(
  db: Executor,
  companyId: string,
  ids: readonly string[],
  language: Language = 'en',
): Promise<DeliveryFacts[]> {
  if (ids.length === 0) return []
  const rows = await deliveries(db)
    .where('companyId', '=', companyId)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return rows.map((row) => factsOf(row, language))
}

/** The delivery that became this post or comment on the network, if it was one of ours. */
export async function findDeliveryByRemote(
  db: Executor,
  channelId: string,
  remoteId: string,
): Promise<DeliveryFacts | undefined> {
  const row = await deliveries(db)
    .where('channelId', '=', channelId)
    .where('remoteId', '=', remoteId)
    .orderBy('publishedAt')
    .limit(1)
    .executeTakeFirst()
  return row && factsOf(row, 'en')
}

/** The post that stands at an address, if it is one of ours that left. */
export async function findDeliveryByUrl(
  db: Executor,
  companyId: string,
  url: string,
): Promise<DeliveryFacts | undefined> {
  const row = await deliveries(db)
    .where('companyId', '=', companyId)
    .where('state', '=', 'published')
    .where('remoteUrl', '=', url)
    .orderBy('publishedAt')
    .limit(1)
    .executeTakeFirst()
  return row && factsOf(row, 'en')
}

/** Posts (not what follows them, not replies) that left in `[from, to)`, oldest first; by one account or by all. */
export async function publishedDeliveries(
  db: Executor,
  {
    companyId,
    channelId,
    from,
    to,
  }: { companyId: string; channelId?: string; from: Date; to?: Date },
): Promise<PublishedDelivery[]> {
  let query = deliveries(db)
    .where('companyId', '=', companyId)
    .where('kind', '=', 'post')
    .where('state', '=', 'published')
    .where('publishedAt', '>=', from)
    .orderBy('publishedAt')
  if (channelId) query = query.where('channelId', '=', channelId)
  if (to) query = query.where('publishedAt', '<', to)
  const rows = await query.execute()
  return rows.flatMap((row) =>
    row.publishedAt ? [{ ...factsOf(row, 'en'), publishedAt: row.publishedAt }] : [],
  )
}

const deliveries = (db: Executor) =>
  tablesOf<PublishingTables>(db).selectFrom('deliveries').selectAll()

export function factsOf(row: Delivery, language: Language): DeliveryFacts {
  const { id, postId, channelId, kind, state, remoteId, remoteUrl, publishedAt } = row
  const trouble = troubleOf(row, language)
  const actions = actionsOn(row)
  return {
    id,
    postId,
    channelId,
    kind,
    state,
    text: row.content.text,
    remoteId,
    remoteUrl,
    publishedAt,
    trouble,
    actions,
  }
}
