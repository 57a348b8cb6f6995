import { type Executor, tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Phrase, PublishingTables } from '../tables.ts'
import type { PhraseView } from './api.ts'

/** The company's phrases by name; deleted ones are left out. */
export async function readPhrases(db: Executor, companyId: string): Promise<PhraseView[]> {
  const rows = await phrases(db, companyId).orderBy('name').orderBy('id').execute()
  return rows.map(presentPhrase)
}

/** @throws Problem when this company has no such phrase, or it was deleted */
export async function phraseOf(db: Executor, companyId: string, id: string): Promise<Phrase> {
  const phrase = await phrases(db, companyId).where('id', '=', id).executeTakeFirst()
  if (!phrase) throw new Problem(notFound)
  return phrase
}

export function presentPhrase(phrase: Phrase): PhraseView {
  const { id, kind, name, texts, variables, updatedBy, updatedAt } = phrase
  return { id, kind, name, texts, variables, updatedBy, updatedAt: updatedAt.toISOString() }
}

const phrases = (db: Executor, companyId: string) =>
  tablesOf<PublishingTables>(db)
    .selectFrom('phrases')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('deletedAt', 'is', null)
