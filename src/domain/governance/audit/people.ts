import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { GovernanceTables } from '../tables.ts'
import type { AuditEntryView } from './api.ts'

export type Names = (id: string) => AuditEntryView['who'] & { known: boolean }

/** The names behind the ids of a trail: people, former members too, and programs that still have their key. */
export async function namesOf(db: Executor, ids: readonly string[]): Promise<Names> {
  const wanted = [...new Set(ids)].filter((id) => UUID.test(id))
  const found = new Map<string, AuditEntryView['who']>()
  if (wanted.length > 0) {
    const tables = tablesOf<GovernanceTables>(db)
    const people = tables.selectFrom('users').select(['id', 'name']).where('id', 'in', wanted)
    for (const { id, name } of await people.execute()) found.set(id, { id, name, kind: 'person' })
    const keys = tables.selectFrom('apiKeys').select(['id', 'name']).where('id', 'in', wanted)
    for (const { id, name } of await keys.execute()) found.set(id, { id, name, kind: 'program' })
  }
  return (id) => {
    const one = found.get(id)
    if (one) return { ...one, known: true }
    if (id === 'desk') return { id, name: 'Vigie', kind: 'desk', known: true }
    // In a practice company people are invented: they have a name, and no account.
    if (!UUID.test(id)) return { id, name: id, kind: 'person', known: true }
    return { id, name: '', kind: 'program', known: false }
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
