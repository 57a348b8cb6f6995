import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { asJson } from '#platform/db/storable.ts'
import type { PublishingTables } from '../tables.ts'
import type { Card, LinkCard } from './card.ts'
import { fetchCard } from './fetch-card.ts'

const HOUR = 3_600_000
/** A page that did not answer may answer soon. */
const AGAIN_AFTER = 60_000

/** What is behind a link: as it was within the hour, else looked at now. */
export async function linkCard(desk: Desk, companyId: string, url: string): Promise<LinkCard> {
  const known = await knownCard(desk.db, companyId, url)
  const now = desk.clock.now()
  const fresh = known?.card ? HOUR : AGAIN_AFTER
  if (known && now.getTime() - known.readAt.getTime() < fresh) return known
  const found = await fetchCard(desk, companyId, url)
  const card = typeof found === 'string' ? null : found
  const read: LinkCard = {
    url,
    readAt: now,
    card,
    trouble: typeof found === 'string' ? found : null,
  }
  const row = { readAt: now, card: card && asJson(card), trouble: read.trouble }
  await tablesOf<PublishingTables>(desk.db)
    .insertInto('linkCards')
    .values({ companyId, url, ...row })
    .onConflict((c) => c.columns(['companyId', 'url']).doUpdateSet(row))
    .execute()
  return read
}

/** What was found behind a link when it was last looked at; undefined when nobody did. */
export async function knownCard(
  db: Executor,
  companyId: string,
  url: string,
): Promise<LinkCard | undefined> {
  const row = await tablesOf<PublishingTables>(db)
    .selectFrom('linkCards')
    .select(['url', 'readAt', 'card', 'trouble'])
    .where('companyId', '=', companyId)
    .where('url', '=', url)
    .executeTakeFirst()
  if (!row) return undefined
  return { ...row, card: row.card && cardSchema.parse(row.card) }
}

const cardSchema: z.ZodType<Card> = z.object({
  title: z.string(),
  description: z.string(),
  siteName: z.string(),
  picture: z
    .object({ sha256: z.string(), type: z.string(), width: z.number(), height: z.number() })
    .nullable(),
  pictureTrouble: z.enum(['none', 'unreachable', 'unusable', 'small']).nullable(),
})
