import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Language } from '#platform/text.ts'
import type { GovernanceTables } from '../tables.ts'
import type { AuditEntryView, AuditFacets, AuditFilters } from './api.ts'
import { invitedNames } from '../invitations/names.ts'
import { namesOf } from './people.ts'
import { sentenceOf } from './sentences.ts'

export interface Reader {
  companyId: string
  language: Language
}

/** A page of the trail, the latest entry first. @param after only entries before this number */
export async function readTrail(
  db: Executor,
  { companyId, language }: Reader,
  { after, limit, ...filters }: AuditFilters & { after?: number | undefined; limit: number },
): Promise<{ items: AuditEntryView[]; next: string | null }> {
  const rows = await entries(db, companyId, filters)
    .$if(after !== undefined, (q) => q.where('seq', '<', after ?? 0))
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const people = [...shown.map(({ actor }) => actor), ...shown.map(({ subject }) => idOf(subject))]
  const names = await namesOf(db, people)
  const invited = await invitedNames(
    db,
    companyId,
    shown.map(({ subject }) => idOf(subject)),
  )
  const items = shown.map(({ seq, at, actor, action, subject, detail, ...chain }) => {
    const { known: _known, ...who } = names(actor)
    const whom = invited.get(idOf(subject)) ?? names(idOf(subject)).name
    return {
      seq: seq ?? 0,
      at: at.toISOString(),
      who,
      action,
      sentence: sentenceOf(action, detail, { who: who.name, whom }, language),
      subject,
      detail,
      digest: chain.digest,
      prevHash: chain.prevHash ?? '',
      hash: chain.hash ?? '',
    }
  })
  return { items, next: rows.length > limit ? String(items.at(-1)?.seq) : null }
}

/** All of it, page by page. */
export async function* wholeTrail(db: Executor, reader: Reader, filters: AuditFilters) {
  let after: number | undefined
  for (;;) {
    const { items, next } = await readTrail(db, reader, { ...filters, after, limit: 500 })
    yield* items
    if (!next) return
    after = Number(next)
  }
}

/** Who and what occur in it. */
export async function facetsOf(db: Executor, companyId: string): Promise<AuditFacets> {
  const tables = tablesOf<GovernanceTables>(db)
  const of = tables.selectFrom('auditEntries').where('companyId', '=', companyId)
  const actors = await of.select('actor').distinct().execute()
  const actions = await of.select('action').distinct().execute()
  const names = await namesOf(
    db,
    actors.map(({ actor }) => actor),
  )
  const who = actors.flatMap(({ actor }) => {
    const { known, ...one } = names(actor)
    return known ? [one] : []
  })
  const what = new Set(actions.map(({ action }) => action.split('.')[0] ?? ''))
  return {
    who: who.toSorted((a, b) => a.name.localeCompare(b.name)),
    what: [...what].toSorted(),
  }
}

function entries(db: Executor, companyId: string, { who, what, from, to }: AuditFilters) {
  let query = tablesOf<GovernanceTables>(db)
    .selectFrom('auditEntries')
    .select(['seq', 'at', 'actor', 'action', 'subject', 'detail'])
    .select(['digest', 'prevHash', 'hash'])
    .where('companyId', '=', companyId)
    .orderBy('seq', 'desc')
  if (who) query = query.where('actor', '=', who)
  if (what) query = query.where('action', 'like', `${what}.%`)
  if (from) query = query.where('at', '>=', new Date(from))
  if (to) query = query.where('at', '<', new Date(to))
  return query
}

const idOf = (subject: string) => subject.slice(subject.indexOf(':') + 1)
