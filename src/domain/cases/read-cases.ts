import { sql } from 'kysely'
import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { memberNames } from '#domain/governance/index.ts'
import { mentionsByIds } from '#domain/listening/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { readPlace, writePlace } from '#platform/http/place.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { CasesOfMentions, CasesPage, CaseSummary, casesQuery, CaseView } from './api.ts'
import type { CasesTables } from './tables.ts'

type Query = z.output<typeof casesQuery>

/** Leads and cases of a company, the latest opened first, a page at a time. */
export async function listCases(
  desk: Desk,
  companyId: string,
  { kind, state, assigned, after, limit }: Query,
): Promise<CasesPage> {
  const place = readPlace(after)
  const rows = await skeleton(desk, companyId)
    .$if(kind !== undefined, (q) => q.where('kind', '=', kind ?? 'case'))
    .$if(state === 'open', (q) => q.where('state', '=', 'open'))
    .$if(state === 'ended', (q) => q.where('state', '<>', 'open'))
    .$if(assigned === 'nobody', (q) => q.where('assignedTo', 'is', null))
    .$if(assigned !== undefined && assigned !== 'nobody', (q) =>
      q.where(sql`assigned_to::text`, '=', assigned ?? ''),
    )
    .$if(place !== null, (q) =>
      q.where((eb) =>
        eb(eb.refTuple('openedAt', 'id'), '<', eb.tuple(place?.at ?? new Date(0), place?.id ?? '')),
      ),
    )
    .orderBy('openedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    items: await present(desk, companyId, page),
    next: last ? writePlace({ at: last.openedAt, id: last.id }) : null,
  }
}

/** One case with its mentions and its thread. @throws Problem when the company has none such */
export async function readCase(desk: Desk, companyId: string, id: string): Promise<CaseView> {
  const row = await skeleton(desk, companyId).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Problem(notFound)
  const [[summary], links, notes] = await Promise.all([
    present(desk, companyId, [row]),
    tablesOf<CasesTables>(desk.db)
      .selectFrom('caseMentions')
      .select('mentionId')
      .where('caseId', '=', id)
      .execute(),
    tablesOf<CasesTables>(desk.db)
      .selectFrom('caseNotes')
      .select(['id', 'writtenBy', 'writtenAt', 'text'])
      .where('caseId', '=', id)
      .orderBy('writtenAt')
      .orderBy('id')
      .execute(),
  ])
  if (!summary) throw new Problem(notFound)
  return {
    ...summary,
    alertId: row.alertId,
    changedBy: row.changedBy,
    held: await mentionsByIds(
      desk,
      companyId,
      links.map(({ mentionId }) => mentionId),
    ),
    thread: notes.map(({ id: noteId, writtenBy, writtenAt, text }) => ({
      id: noteId,
      by: writtenBy,
      at: writtenAt.toISOString(),
      text,
    })),
  }
}

/** Which leads and cases hold these mentions. */
export function casesOf(
  desk: Desk,
  companyId: string,
  mentionIds: readonly string[],
): Promise<CasesOfMentions> {
  return tablesOf<CasesTables>(desk.db)
    .selectFrom('caseMentions')
    .innerJoin('cases', 'cases.id', 'caseMentions.caseId')
    .select(['caseMentions.mentionId', 'cases.id', 'cases.kind', 'cases.state'])
    .where('caseMentions.companyId', '=', companyId)
    .where('caseMentions.mentionId', 'in', [...mentionIds])
    .orderBy('cases.openedAt')
    .execute()
}

const skeleton = (desk: Desk, companyId: string) =>
  tablesOf<CasesTables>(desk.db)
    .selectFrom('cases')
    .selectAll()
    .select((eb) => [
      sql<string | null>`to_char(due_on, 'YYYY-MM-DD')`.as('dueDay'),
      eb
        .selectFrom('caseMentions')
        .select((m) => m.fn.countAll<number>().as('n'))
        .whereRef('caseMentions.caseId', '=', 'cases.id')
        .as('mentionCount'),
      eb
        .selectFrom('caseNotes')
        .select((n) => n.fn.countAll<number>().as('n'))
        .whereRef('caseNotes.caseId', '=', 'cases.id')
        .as('noteCount'),
      eb
        .selectFrom('caseMentions')
        .select('mentionId')
        .whereRef('caseMentions.caseId', '=', 'cases.id')
        .orderBy('addedAt')
        .orderBy('mentionId')
        .limit(1)
        .as('firstMention'),
    ])
    .where('companyId', '=', companyId)

type Row = Awaited<ReturnType<ReturnType<typeof skeleton>['execute']>>[number]

async function present(desk: Desk, companyId: string, rows: Row[]): Promise<CaseSummary[]> {
  const unnamed = rows.flatMap(({ title, firstMention }) =>
    title === null && firstMention ? [firstMention] : [],
  )
  const [names, firsts] = await Promise.all([
    memberNames(desk.db, companyId),
    mentionsByIds(desk, companyId, unnamed),
  ])
  const called = new Map(firsts.map((one) => [one.id, one.title ?? one.excerpt.slice(0, 120)]))
  return rows.map((row) => {
    const { id, kind, state, assignedTo, person, openedBy, openedAt, changedAt, version } = row
    const name = names.get(assignedTo ?? '')
    return {
      id,
      kind,
      title: row.title ?? called.get(row.firstMention ?? '') ?? null,
      state,
      assignedTo: assignedTo && name !== undefined ? { userId: assignedTo, name } : null,
      dueOn: row.dueDay,
      person: person && {
        name: person.name,
        handle: person.handle,
        profileUrl: person.profileUrl,
      },
      mentions: row.mentionCount ?? 0,
      notes: row.noteCount ?? 0,
      openedBy,
      openedAt: openedAt.toISOString(),
      changedAt: changedAt.toISOString(),
      version,
    }
  })
}
