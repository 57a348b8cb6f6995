import { sql } from 'kysely'
import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { MentionsPage, mentionsQuery } from '../api.ts'
import type { Mention } from '../model.ts'
import type { ListeningTables } from '../tables.ts'
import { presentMentions } from './present-mention.ts'

/** Mentions of a company, latest written first, a page at a time. `next` stays good while others arrive. */
export async function listMentions(
  desk: Desk,
  companyId: string,
  wanted: z.output<typeof mentionsQuery>,
): Promise<MentionsPage> {
  const after = wanted.after === undefined ? null : readCursor(wanted.after)
  const { queryId, sourceId, since, until, state, sentiment, intent, risk, limit } = wanted
  const rows = await tablesOf<ListeningTables>(desk.db)
    .selectFrom('mentions')
    .selectAll()
    .where('companyId', '=', companyId)
    .$if(state === 'kept' || state === 'unseen', (q) => q.where('dismissed', '=', false))
    .$if(state === 'unseen', (q) => q.where('seen', '=', false))
    .$if(state === 'dismissed', (q) => q.where('dismissed', '=', true))
    .$if(sourceId !== undefined, (q) => q.where('sourceId', '=', sourceId ?? ''))
    .$if(since !== undefined, (q) => q.where('at', '>=', new Date(since ?? 0)))
    .$if(until !== undefined, (q) => q.where('at', '<', new Date(until ?? 0)))
    .$if(sentiment !== undefined, (q) =>
      q.where((eb) => eb.fn.coalesce('sentimentByPerson', 'sentiment'), '=', sentiment ?? ''),
    )
    .$if(intent !== undefined, (q) => q.where(sql<boolean>`${intent} = any(intents)`))
    .$if(risk !== undefined, (q) => q.where(sql<boolean>`${risk} = any(risks)`))
    .$if(queryId !== undefined, (q) =>
      q.where((eb) =>
        eb.exists(
          eb
            .selectFrom('mentionHits')
            .select('mentionId')
            .whereRef('mentionHits.mentionId', '=', 'mentions.id')
            .where('mentionHits.queryId', '=', queryId ?? ''),
        ),
      ),
    )
    .$if(after !== null, (q) =>
      q.where((eb) =>
        eb(eb.refTuple('at', 'id'), '<', eb.tuple(after?.at ?? new Date(0), after?.id ?? '')),
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: await presentMentions(desk, companyId, page),
    next: rows.length > limit && last ? writeCursor(last) : null,
  }
}

function writeCursor({ at, id }: Pick<Mention, 'at' | 'id'>): string {
  return `${at.getTime()}.${id}`
}

/** A cursor that we did not write reads as the beginning: the list is shown rather than refused. */
function readCursor(cursor: string): { at: Date; id: string } | null {
  const match = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(cursor)
  return match?.[1] && match[2] ? { at: new Date(Number(match[1])), id: match[2] } : null
}
