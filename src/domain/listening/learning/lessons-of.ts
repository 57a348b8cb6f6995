import { type Executor, tablesOf } from '#platform/db/database.ts'
import { hintOf, wholeText } from '../mentions/mention-signals.ts'
import {
  isReadLanguage,
  languageWith,
  type Lesson,
  type ReadLanguage,
  readLanguages,
} from '../signals/index.ts'
import type { FoldTables } from '../mentions/folds/tables.ts'
import type { ListeningTables } from '../tables.ts'

/** More would teach little that fewer do not (docs/models.md), and what a company says changes. */
const MOST_CORRECTIONS = 200
/** So that the many posts that nobody spoke of do not drown what somebody said. */
const LEFT_PER_CORRECTION = 4

/**
 * What the latest corrections of a company say, by language, and beside them the latest posts that people saw and let
 * stand. A post and its copies are one lesson.
 */
export async function lessonsOf(
  trx: Executor,
  companyId: string,
): Promise<Map<ReadLanguage, Lesson[]>> {
  const corrected = await correctedOf(trx, companyId).execute()
  const left = await leftBy(trx, companyId, corrected.length).execute()
  const said = byLanguage(corrected.map((row) => lessonFrom(row, 'person')))
  const stood = byLanguage(left.map((row) => lessonFrom(row, 'left')))
  return new Map(
    [...said].map(([language, lessons]) => {
      const persons = lessons.slice(0, MOST_CORRECTIONS)
      const beside = stood.get(language)?.slice(0, persons.length * LEFT_PER_CORRECTION) ?? []
      return [language, [...persons, ...beside]]
    }),
  )
}

const columns = ['title', 'text', 'language', 'sentiment', 'sentimentByPerson'] as const

function correctedOf(trx: Executor, companyId: string) {
  return tablesOf<ListeningTables & FoldTables>(trx)
    .with('corrected', (db) =>
      db
        .selectFrom('mentions')
        .leftJoin('mentionFolds', 'mentionFolds.mentionId', 'mentions.id')
        .distinctOn((eb) => eb.fn.coalesce('mentionFolds.foldId', 'mentions.id'))
        .select([...columns, 'mentions.at', 'mentions.id'])
        .where('mentions.companyId', '=', companyId)
        .where('sentimentByPerson', 'is not', null)
        .orderBy((eb) => eb.fn.coalesce('mentionFolds.foldId', 'mentions.id'))
        .orderBy('mentions.at', 'desc')
        .orderBy('mentions.id'),
    )
    .selectFrom('corrected')
    .select(columns)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(MOST_CORRECTIONS * readLanguages.length)
}

/** Of these, the first of each fold stands for all: a company has far more of them than it takes. */
function leftBy(trx: Executor, companyId: string, corrections: number) {
  return tablesOf<ListeningTables & FoldTables>(trx)
    .selectFrom('mentions')
    .select(columns)
    .where('companyId', '=', companyId)
    .where('sentimentByPerson', 'is', null)
    .where('seen', '=', true)
    .where('dismissed', '=', false)
    .where('sentiment', 'in', ['negative', 'neutral', 'positive'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('mentionFolds')
            .select('mentionFolds.mentionId')
            .whereRef('mentionFolds.mentionId', '=', 'mentions.id')
            .whereRef('mentionFolds.foldId', '<>', 'mentions.id'),
        ),
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(corrections * LEFT_PER_CORRECTION)
}

type Row = Awaited<ReturnType<ReturnType<typeof leftBy>['execute']>>[number]

function lessonFrom(row: Row, from: Lesson['from']) {
  const text = wholeText(row)
  const language = languageWith(text, hintOf(row))
  const opinion = from === 'person' ? row.sentimentByPerson : row.sentiment
  return { language, lesson: { text, opinion: opinion as Lesson['opinion'], from } }
}

function byLanguage(found: readonly ReturnType<typeof lessonFrom>[]): Map<ReadLanguage, Lesson[]> {
  const sorted = new Map<ReadLanguage, Lesson[]>()
  for (const { language, lesson } of found) {
    if (!isReadLanguage(language)) continue
    const lessons = sorted.get(language)
    if (lessons) lessons.push(lesson)
    else sorted.set(language, [lesson])
  }
  return sorted
}
