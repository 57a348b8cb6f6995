import type { SqlBool, Expression, ExpressionBuilder } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { hintOf, wholeText } from '../mentions/mention-signals.ts'
import {
  type From,
  isReadLanguage,
  languageWith,
  type OpinionLesson,
  type ReadLanguage,
  readLanguages,
  wants,
  type WantsLesson,
} from '../signals/index.ts'
import type { FoldTables } from '../mentions/folds/tables.ts'
import type { ListeningTables } from '../tables.ts'

/** More would teach little that fewer do not (docs/models.md), and what a company says changes. */
const MOST_CORRECTIONS = 200
/** So that the many posts that nobody spoke of do not drown what somebody said. */
const LEFT_PER_CORRECTION = 4
const opinions = ['negative', 'neutral', 'positive'] as const

/**
 * What the latest corrections of opinions say, by language, and beside them the latest posts that people saw and let
 * stand. A post and its copies are one lesson.
 */
export async function opinionLessonsOf(
  trx: Executor,
  companyId: string,
): Promise<Map<ReadLanguage, OpinionLesson[]>> {
  const { corrected, left } = await foundOf(trx, companyId, {
    said: (eb) => eb('mentions.sentimentByPerson', 'is not', null),
    stands: (eb) =>
      eb.and([
        eb('mentions.sentimentByPerson', 'is', null),
        eb('mentions.sentiment', 'in', [...opinions]),
      ]),
  })
  const said = Map.groupBy(corrected, ({ language }) => language)
  const judged = left.filter(({ sentiment }) => opinions.some((one) => one === sentiment))
  const stood = Map.groupBy(judged, ({ language }) => language)
  return new Map(
    [...said].map(([language, rows]) => {
      const persons = rows.slice(0, MOST_CORRECTIONS)
      const beside = stood.get(language)?.slice(0, persons.length * LEFT_PER_CORRECTION) ?? []
      return [language, [...persons, ...beside].map(opinionLesson)]
    }),
  )
}

/** The same of intents and risks, in both languages together: whoever corrects one of a post speaks of them all. */
export async function wantsLessonsOf(trx: Executor, companyId: string): Promise<WantsLesson[]> {
  const { corrected, left } = await foundOf(trx, companyId, {
    said: (eb) => eb('mentions.wantsByPerson', '=', true),
    stands: (eb) => eb('mentions.wantsByPerson', '=', false),
  })
  return corrected.length === 0 ? [] : [...corrected, ...left].map(wantsLesson)
}

const columns = [
  'title',
  'text',
  'language',
  'sentiment',
  'sentimentByPerson',
  'intents',
  'risks',
  'asHeard',
] as const

type Condition = (eb: ExpressionBuilder<ListeningTables, 'mentions'>) => Expression<SqlBool>

/** What people corrected, and what they saw and let stand, of the languages that are read; the latest first. */
async function foundOf(
  trx: Executor,
  companyId: string,
  { said, stands }: { said: Condition; stands: Condition },
) {
  const corrected = await correctedOf(trx, companyId, said).execute()
  const left = await leftBy(trx, companyId, stands, corrected.length).execute()
  return {
    corrected: corrected.flatMap((row) => foundIn(row, 'person')),
    left: left.flatMap((row) => foundIn(asSeen(row), 'left')),
  }
}

function correctedOf(trx: Executor, companyId: string, said: Condition) {
  return tablesOf<ListeningTables & FoldTables>(trx)
    .with('corrected', (db) =>
      db
        .selectFrom('mentions')
        .leftJoin('mentionFolds', 'mentionFolds.mentionId', 'mentions.id')
        .distinctOn((eb) => eb.fn.coalesce('mentionFolds.foldId', 'mentions.id'))
        .select([...columns, 'mentions.at', 'mentions.id'])
        .where('mentions.companyId', '=', companyId)
        // Of mentions alone, which stand here beside their folds.
        .where((eb) => said(eb as unknown as Parameters<Condition>[0]))
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
function leftBy(trx: Executor, companyId: string, stands: Condition, corrections: number) {
  return tablesOf<ListeningTables & FoldTables>(trx)
    .selectFrom('mentions')
    .select(columns)
    .where('companyId', '=', companyId)
    .where((eb) => stands(eb))
    .where('seen', '=', true)
    .where('dismissed', '=', false)
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

/** What people let stand is what they saw, also where it was read anew since. */
function asSeen(row: Row): Row {
  return row.asHeard?.seen ? { ...row, ...row.asHeard } : row
}

interface Found extends Omit<Row, 'language'> {
  whole: string
  language: ReadLanguage
  from: From
}

function foundIn(row: Row, from: From): Found[] {
  const whole = wholeText(row)
  const language = languageWith(whole, hintOf(row))
  return isReadLanguage(language) ? [{ ...row, whole, language, from }] : []
}

function opinionLesson({ whole, sentiment, sentimentByPerson, from }: Found): OpinionLesson {
  const opinion = from === 'person' ? sentimentByPerson : sentiment
  return { text: whole, opinion: opinion as OpinionLesson['opinion'], from }
}

function wantsLesson({ whole, language, intents, risks, from }: Found): WantsLesson {
  const said = [...intents, ...risks]
  return { text: whole, language, wants: wants.filter((one) => said.includes(one)), from }
}
