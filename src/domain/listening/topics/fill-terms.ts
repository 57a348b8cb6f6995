import { sql } from 'kysely'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { languageOf } from '../signals/index.ts'
import { termsOf } from '../signals/terms/index.ts'
import type { ListeningTables } from '../tables.ts'
import { DAY, KEPT_DAYS } from './period.ts'

export const TERMS_WORK = 'listening-terms'
const AT_ONCE = 200

/** Mentions kept before the desk read terms, and those whose authors changed their words. */
const unread = (desk: Desk) =>
  tablesOf<ListeningTables>(desk.db)
    .selectFrom('mentions')
    .where('terms', 'is', null)
    .where('at', '>=', new Date(desk.clock.now().getTime() - KEPT_DAYS * DAY))

export async function nextUnread(desk: Desk): Promise<Date | null> {
  return (await unread(desk).select('id').limit(1).executeTakeFirst()) ? desk.clock.now() : null
}

/** Reads the terms of some of them. Two workers may read the same one: they write the same. @returns how many */
export async function fillTerms(desk: Desk): Promise<number> {
  const rows = await unread(desk)
    .select(['id', 'companyId', 'title', 'text', 'language'])
    .limit(AT_ONCE)
    .execute()
  for (const { id, companyId, title, text, language } of rows) {
    const whole = title ? `${title}. ${text}` : text
    const read = languageOf(whole)
    const terms = termsOf(whole, read === 'unsure' ? language : read).map(({ key }) => key)
    await tablesOf<ListeningTables>(desk.db)
      .updateTable('mentions')
      .set({ terms })
      .where('id', '=', id)
      .where('companyId', '=', companyId)
      // Its words may have changed since they were read.
      .where('text', '=', text)
      .where(sql<boolean>`title is not distinct from ${title}`)
      .execute()
  }
  return rows.length
}
