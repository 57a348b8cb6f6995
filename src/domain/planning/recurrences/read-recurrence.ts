import type { Desk } from '#domain/desk.ts'
import { postsOf } from '#domain/publishing/index.ts'
import type { Language } from '#platform/text.ts'
import type { Occurrence, Recurrence } from '../tables.ts'
import type { OccurrenceView, RecurrenceView, TimesView } from './api.ts'
import { occasionsOf, type Series } from './rule.ts'
import { findRecurrence, occurrencesOf, recurrences } from './store.ts'

/** The series of a company, latest first. */
export async function listRecurrences(
  desk: Desk,
  companyId: string,
  language: Language,
): Promise<RecurrenceView[]> {
  const rows = await recurrences(desk.db, companyId).orderBy('createdAt', 'desc').execute()
  return present(desk, companyId, rows, language)
}

/** @throws Problem when this company has no such series */
export async function readRecurrence(
  desk: Desk,
  companyId: string,
  id: string,
  language: Language,
): Promise<RecurrenceView> {
  const row = await findRecurrence(desk.db, companyId, id)
  const [view] = await present(desk, companyId, [row], language)
  if (!view) throw new Error('a series that is there was not presented')
  return view
}

/** What a rule gives, before anything is kept. @throws Problem when it is none */
export function timesOf(series: Series, now: Date): TimesView {
  const times = occasionsOf(series).filter(({ at }) => at > now)
  return {
    count: times.length,
    times: times.map(({ wallTime, at }) => ({ wallTime, at: at.toISOString() })),
  }
}

async function present(
  desk: Desk,
  companyId: string,
  rows: readonly Recurrence[],
  language: Language,
): Promise<RecurrenceView[]> {
  const times = await occurrencesOf(
    desk.db,
    rows.map(({ id }) => id),
  )
  const posts = await postsOf(
    desk.db,
    companyId,
    times.flatMap(({ postId }) => postId ?? []),
  )
  const takenOff = new Set(posts.filter(({ state }) => state === 'cancelled').map(({ id }) => id))
  const now = desk.clock.now()
  return rows.map((row) => {
    const occurrences = times
      .filter(({ recurrenceId }) => recurrenceId === row.id)
      .map((time) => presentTime(time, takenOff, language))
    const isToCome = ({ at, state }: OccurrenceView) =>
      new Date(at) > now && (state === 'made' || state === 'waiting')
    return {
      id: row.id,
      state: row.state,
      rule: row.rule,
      wallTime: row.wallTime,
      timeZone: row.timeZone,
      post: row.template,
      texts: row.texts,
      followsId: row.followsId,
      createdBy: row.authorName,
      createdAt: row.createdAt.toISOString(),
      version: row.version,
      left: row.state === 'on' ? occurrences.filter(isToCome).length : 0,
      missed: occurrences.filter(({ state }) => state === 'missed').length,
      occurrences,
    }
  })
}

/** A post that a person took off leaves its time out; restored, it stands there again. */
function presentTime(
  { wallTime, at, state, postId, reason }: Occurrence,
  takenOff: ReadonlySet<string>,
  language: Language,
): OccurrenceView {
  const isSkipped = state === 'made' && postId !== null && takenOff.has(postId)
  return {
    wallTime,
    at: at.toISOString(),
    state: isSkipped ? 'skipped' : state,
    postId,
    reason: reason && reason[language],
  }
}
