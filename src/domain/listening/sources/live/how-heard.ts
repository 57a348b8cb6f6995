import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { SourceView } from '../../api.ts'
import type { ListeningTables } from '../../tables.ts'

type Heard = NonNullable<SourceView['live']>

/** Of a stream that nobody has listened to yet. */
export const notHeard: Heard = {
  since: null,
  perMinute: 0,
  secondsBehind: null,
  skipped: 0,
  missed: [],
  isAsked: false,
}

/** How each of the company's streams is heard, by source. */
export async function howHeard(
  db: Executor,
  companyId: string,
  now: Date,
): Promise<Map<string, Heard>> {
  const rows = await tablesOf<ListeningTables>(db)
    .selectFrom('sourceStreams')
    .innerJoin('sources', 'sources.id', 'sourceId')
    .selectAll('sourceStreams')
    .select('leaseUntil')
    .where('companyId', '=', companyId)
    .execute()
  return new Map(
    rows.map((row) => {
      const { liveSince, leaseUntil, eventAt, heardAt, asksUntil } = row
      // Its listener died without a word.
      const isHeld = leaseUntil !== null && leaseUntil > now
      const late = eventAt && heardAt ? (heardAt.getTime() - eventAt.getTime()) / 1000 : null
      return [
        row.sourceId,
        {
          since: isHeld ? (liveSince?.toISOString() ?? null) : null,
          perMinute: isHeld ? row.perMinute : 0,
          secondsBehind: late === null ? null : Math.max(0, Math.round(late)),
          skipped: row.skipped,
          missed: row.missed.map(({ from, to }) => ({ from, to })),
          isAsked: asksUntil !== null && asksUntil > now,
        },
      ]
    }),
  )
}
