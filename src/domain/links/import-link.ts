import { v7 as uuid } from 'uuid'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { insertLink } from './links-store.ts'
import type { ReasonCode, Verdict } from './reasons.ts'
import type { LinksTables } from './tables.ts'

export interface ImportedLink {
  companyId: string
  deliveryId: string | null
  channelId: string | null
  target: string
  campaign: string | null
  createdAt: Date
  clicks: readonly {
    at: Date
    verdict: Verdict
    reason: ReasonCode
    agent?: string
    referrerHost?: string
  }[]
}

/** Rows in one statement: seven values each, PostgreSQL takes 65,535. */
const CHUNK = 5_000

/** Brings in a link with the clicks it already had. @returns its code */
export async function importLink(trx: Executor, imported: ImportedLink): Promise<string> {
  const { clicks, ...row } = imported
  const { id, code, companyId } = await insertLink(trx, {
    id: uuid({ msecs: row.createdAt.getTime() }),
    ...row,
  })
  for (let start = 0; start < clicks.length; start += CHUNK) {
    await tablesOf<LinksTables>(trx)
      .insertInto('clicks')
      .values(
        clicks
          .slice(start, start + CHUNK)
          .map(({ agent = null, referrerHost = null, ...click }) => ({
            ...click,
            companyId,
            linkId: id,
            agent,
            referrerHost,
            visitor: null,
          })),
      )
      .execute()
  }
  return code
}
