import type { Generated, JSONColumnType } from 'kysely'

export interface ToldTables {
  toldEvents: {
    id: string
    companyId: string
    connectorId: string
    key: string
    account: string
    body: JSONColumnType<Record<string, unknown>>
    toldAt: Date
    state: Generated<'waiting' | 'done' | 'not_connected' | 'failed'>
    tries: Generated<number>
    dueAt: Date
  }
}
