import { type RawBuilder, sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { OpenDesk } from '#main/desk.ts'
import { bytesOf, type Packed, readBytes } from '#domain/listening/topics/hours/pack.ts'
import { withoutIndexes } from './without-indexes.ts'

type Db = OpenDesk['desk']['db']

/** A company that keeps what another keeps, under ids of its own. */
export interface Copy {
  companyId: string
  modelId: string
  /** What its ids have where those of its model have something else: see `idIn`. */
  mark: string
}

/** What the desk wrote down of its own doings: numbered and chained, and no screen of listening asks it. */
const NOT_COPIED = ['audit_entries', 'audit_heads', 'events', 'mention_hours_due']
/** Of a table that holds more, indexes are made anew afterwards: several times faster than row by row. */
const MANY_ROWS = 20_000

/** The id, in a copy, of what has this id in its model. The order of ids is kept: they begin with their time. */
export const idIn = ({ mark }: Pick<Copy, 'mark'>, id: string): string =>
  id.slice(0, MARK_AT) + mark + id.slice(MARK_AT + MARK)

/** The last eight digits of a UUID of version 7, drawn by lot: among ten million none has the mark of a copy already. */
const [MARK_AT, MARK] = [28, 8]

/**
 * Copies companies inside the database, table by table: every table that says whose its rows are, every column, all ids
 * made fresh but those of people, and the ids inside packed hours.
 * @param count how many copies, of one model after the other
 */
export async function copyCompanies(
  db: Db,
  models: readonly string[],
  count: number,
): Promise<Copy[]> {
  const copies = Array.from({ length: count }, (_, n) => {
    const mark = `5ca1e${n.toString(16).padStart(3, '0')}`
    const modelId = models[n % models.length] ?? ''
    return { companyId: idIn({ mark }, modelId), modelId, mark }
  })
  await db.connection().execute(async (one) => {
    // Keys that we know are there are not looked for, and what triggers note has been counted in the model.
    await sql`set session_replication_role = replica`.execute(one)
    await sql`set maintenance_work_mem = '512MB'`.execute(one)
    await sql`set work_mem = '64MB'`.execute(one)
    for (const table of await tablesOfCompanies(one)) {
      if (table.name === 'topic_hours') await copyPacked(one, copies)
      else await copyTable(one, table, models, copies)
    }
    await sql`reset session_replication_role`.execute(one)
    await sql`reset maintenance_work_mem`.execute(one)
    await sql`reset work_mem`.execute(one)
  })
  return copies
}

interface Table {
  name: string
  /** The column that says whose a row is. */
  owner: string
  columns: { name: string; isId: boolean }[]
}

/** Every table with a `company_id`, and that of companies. Ids of people are the same in all companies. */
async function tablesOfCompanies(db: Db): Promise<Table[]> {
  const { rows } = await sql<{ table: string; name: string; isId: boolean }>`
    select c.table_name as table, c.column_name as name,
      c.udt_name = 'uuid' and not exists (
        select from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
        where k.contype = 'f' and k.confrelid = 'users'::regclass
          and k.conrelid = c.table_name::regclass and a.attname = c.column_name
      ) as is_id
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
    order by c.table_name, c.ordinal_position`.execute(db)
  return [...Map.groupBy(rows, ({ table }) => table)].flatMap(([name, columns]) => {
    const owner = name === 'companies' ? 'id' : 'company_id'
    const isOwned = columns.some((column) => column.name === owner)
    return isOwned && !NOT_COPIED.includes(name) ? [{ name, owner, columns }] : []
  })
}

async function copyTable(
  db: Db,
  { name, owner, columns }: Table,
  models: readonly string[],
  copies: readonly Copy[],
): Promise<void> {
  const models_ = sql.table('bench_models')
  await sql`
    create unlogged table ${models_} as
    select * from ${sql.table(name)} where ${sql.ref(owner)} = any(${models}::uuid[])`.execute(db)
  const { rows } = await sql<{
    rows: number
  }>`select count(*)::int as rows from ${models_}`.execute(db)
  const held = rows[0]?.rows ?? 0
  const insertAll = async () => {
    for (const copy of copies) {
      const values = columns.map((column) => valueIn(copy, column))
      await sql`
        insert into ${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(column.name)))})
        select ${sql.join(values)} from ${models_} where ${sql.ref(owner)} = ${copy.modelId}::uuid`.execute(
        db,
      )
    }
  }
  if (held > MANY_ROWS) {
    await sql`create index on ${models_} (${sql.ref(owner)})`.execute(db)
    await sql`analyze ${models_}`.execute(db)
    await withoutIndexes(db, name, insertAll)
  } else if (held > 0) await insertAll()
  await sql`drop table ${models_}`.execute(db)
  if (held > 0) process.stderr.write(`${name}: ${held} rows of the models copied\n`)
}

function valueIn({ mark }: Copy, { name, isId }: Table['columns'][number]): RawBuilder<unknown> {
  const column = sql.ref(name)
  return isId
    ? sql`overlay(${column}::text placing ${mark}::text from ${MARK_AT + 1}::int for ${MARK}::int)::uuid`
    : sql`${column}`
}

/** What topics are counted from: ids are inside what is packed. */
async function copyPacked(db: Db, copies: readonly Copy[]): Promise<void> {
  for (const [modelId, ofModel] of Map.groupBy(copies, (copy) => copy.modelId)) {
    const { rows } = await sql<{ hour: Date; packed: Buffer; words: string }>`
      select hour, packed, words from topic_hours where company_id = ${modelId}::uuid`.execute(db)
    for (const copy of ofModel) {
      for (let from = 0; from < rows.length; from += 100) {
        const some = rows.slice(from, from + 100)
        const packed = some.map((row) => bytesOf(packedIn(copy, readBytes(row.packed))))
        await sql`
          insert into topic_hours (company_id, hour, version, packed, words)
          select ${copy.companyId}::uuid, hour, version, packed, words
          from unnest(${some.map(({ hour }) => hour)}::timestamptz[], ${some.map(() => uuid())}::uuid[],
            ${packed}::bytea[], ${some.map(({ words }) => words)}::text[]) row (hour, version, packed, words)`.execute(
          db,
        )
      }
    }
  }
}

function packedIn(copy: Copy, packed: Packed): Packed {
  const mark = Buffer.from(copy.mark, 'hex')
  const ids = packed.ids.slice()
  for (let at = 0; at < ids.length; at += 16) ids.set(mark, at + 12)
  return {
    ...packed,
    ids,
    sources: packed.sources.map((id) => idIn(copy, id)),
    queries: packed.queries.map((id) => idIn(copy, id)),
  }
}
