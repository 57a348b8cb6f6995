import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { CasesTables, Person } from './tables.ts'

/** Shorter ones are words of any text: they are left. */
const SHORTEST = 3

/** Lets go of mentions that are no longer kept. Runs in the caller's transaction. */
export async function forgetMentions(
  trx: Executor,
  companyId: string,
  mentionIds: readonly string[],
): Promise<void> {
  if (mentionIds.length === 0) return
  const gone = await tablesOf<CasesTables>(trx)
    .deleteFrom('caseMentions')
    .where('companyId', '=', companyId)
    .where('mentionId', 'in', [...mentionIds])
    .returning('caseId')
    .execute()
  if (gone.length > 0) await emit(trx, companyId, 'case.changed', {})
}

/**
 * Forgets the account behind cases: the person goes, and their name and handle are taken out of what was written there.
 * Runs in the caller's transaction.
 */
export async function forgetPerson(
  trx: Executor,
  companyId: string,
  { connectorId, remoteId }: Pick<Person, 'connectorId' | 'remoteId'>,
): Promise<void> {
  const tables = tablesOf<CasesTables>(trx)
  const rows = await tables
    .selectFrom('cases')
    .select(['id', 'title', 'person', 'version'])
    .where('companyId', '=', companyId)
    .where(sql<boolean>`person->>'connectorId' = ${connectorId}`)
    .where(sql<boolean>`person->>'remoteId' = ${remoteId}`)
    .forUpdate()
    .execute()
  for (const { id, title, person, version } of rows) {
    const names = namesOf(person)
    await tables
      .updateTable('cases')
      .set({ person: null, title: title && without(title, names), version: version + 1 })
      .where('id', '=', id)
      .execute()
    const notes = await tables
      .selectFrom('caseNotes')
      .select(['id', 'text'])
      .where('caseId', '=', id)
      .execute()
    for (const note of notes) {
      const text = without(note.text, names)
      if (text !== note.text)
        await tables.updateTable('caseNotes').set({ text }).where('id', '=', note.id).execute()
    }
    await emit(trx, companyId, 'case.changed', { caseId: id })
  }
}

/** The longest first: a first name alone would leave the rest. */
function namesOf(person: Person | null): string[] {
  if (!person) return []
  const bare = person.handle.replace(/^@/, '')
  return [person.name, person.handle, bare, ...person.name.split(/\s+/)]
    .filter((name) => name.length >= SHORTEST)
    .toSorted((a, b) => b.length - a.length)
}

function without(text: string, names: readonly string[]): string {
  return names.reduce((left, name) => {
    const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return left.replace(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu'), '…')
  }, text)
}
