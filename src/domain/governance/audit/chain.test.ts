import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { beforeEach, describe, expect, test } from 'vitest'
import { createCompany } from '#domain/governance/index.ts'
import { openDatabase, openPool } from '#platform/db/database.ts'
import { migrate, readMigrations } from '#platform/db/migrate.ts'
import { dropDatabase, emptyDatabase } from '#support/database.ts'
import { openTestDesk } from '#support/desk.ts'
import { audit } from './audit.ts'
import { verifyChain } from './chain.ts'
import { canonicalJson, digestOf, linkOf } from './digest.ts'

const { desk, clock, signUp, databaseUrl } = await openTestDesk({ connectors: [] })
const camille = await signUp()
const userId: string = (await camille.get('/session')).body.user.id
let companyId: string

const write = (subject: string, detail: Record<string, unknown> = {}) =>
  audit(desk.db, {
    companyId,
    at: clock.now(),
    actor: userId,
    action: 'post.moved',
    subject,
    detail,
  })

const verify = (noted?: { seq: number; hash: string }) => verifyChain(desk.db, companyId, noted)

/** A company of its own with five entries: its opening and four moves. */
beforeEach(async () => {
  const company = { name: 'Atelier Morel', language: 'fr' as const, timeZone: 'Europe/Paris' }
  companyId = randomUUID()
  await createCompany(desk.db, { userId }, { ...company, id: companyId, at: clock.now() })
  for (const n of [1, 2, 3, 4]) await write(`post:${n}`, { wallTime: '2026-12-01T09:00', n })
})

describe('the chain', () => {
  test('holds, whatever order the database keeps keys in', async () => {
    await write('post:5', { zz: 1, a: { y: [1.5, 'é', null], b: true }, aaa: '\u2028' })
    expect(await verify()).toMatchObject({ intact: 6, broken: null, head: { seq: 6 } })
  })

  test('stays one chain when many write at once, in the order of their commits', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => write(`post:many-${n}`)))
    expect(await verify()).toMatchObject({ intact: 45, broken: null })
  })

  test('keeps nothing of what was rolled back, and no gap', async () => {
    const failing = desk.db.transaction().execute(async (trx) => {
      const by = { companyId, at: clock.now(), actor: userId }
      await audit(trx, { ...by, action: 'post.moved', subject: 'post:never' })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await write('post:after')
    expect(await verify()).toMatchObject({ intact: 6, broken: null })
  })

  test('is one per company', async () => {
    const { seq, hash } = (await verify()).head
    await camille.patch('/companies/current', { name: 'Autre' })
    expect((await verify()).head).toEqual({ seq, hash })
  })
})

describe('the database refuses', () => {
  test.each([
    ['a change', `update audit_entries set actor = 'x'`],
    ['another seal', `update audit_entries set hash = 'x'`],
    ['a deletion', `delete from audit_entries`],
    ['emptying the table', `truncate audit_entries`],
  ])('%s', async (_what, statement) => {
    await expect(asOwner(statement)).rejects.toThrow('only ever added to')
    expect((await verify()).broken).toBeNull()
  })

  test('nothing to a company that goes with all it has', async () => {
    await asOwner(`delete from companies where id = '${companyId}'`)
    expect(await verify()).toMatchObject({ intact: 0, head: { seq: 0 } })
  })
})

describe('who may do anything in the database is still found out', () => {
  const ofEntry = (seq: number) => `where company_id = '${companyId}' and seq = ${seq}`

  test.each<[string, (id: string) => string, object]>([
    [
      'a change',
      () => `update audit_entries set actor = 'y' ${ofEntry(3)}`,
      { seq: 3, fault: 'changed' },
    ],
    [
      'a change of detail',
      () =>
        `update audit_entries set detail = '{"wallTime": "2026-12-24T09:00", "n": 2}' ${ofEntry(3)}`,
      { seq: 3, fault: 'changed' },
    ],
    [
      'a deletion',
      () => `delete from audit_entries ${ofEntry(3)}`,
      { seq: 3, id: null, fault: 'missing' },
    ],
    [
      'a deletion closed up',
      () => `delete from audit_entries ${ofEntry(3)};
        update audit_entries set seq = seq - 1 where company_id = '${companyId}' and seq > 3`,
      { seq: 3, fault: 'unlinked' },
    ],
    [
      'two entries that changed places',
      () => `update audit_entries set seq = 99 ${ofEntry(2)};
        update audit_entries set seq = 2 ${ofEntry(3)}; update audit_entries set seq = 3 ${ofEntry(99)}`,
      { seq: 2, fault: 'unlinked' },
    ],
    [
      'an entry put in without a seal',
      (id) => `insert into audit_entries (company_id, at, actor, action, subject, digest)
        values ('${id}', now(), 'y', 'post.moved', 'post:9', 'x')`,
      { seq: 6, fault: 'unsealed' },
    ],
    [
      'the last ones taken off',
      () => `delete from audit_entries ${ofEntry(5)}`,
      { seq: 5, fault: 'cut' },
    ],
  ])('%s', async (_what, statement, broken) => {
    await asOwner(`set session_replication_role = replica; ${statement(companyId)}`)
    expect((await verify()).broken).toMatchObject(broken)
  })

  test('the tail taken off and the head with it: only by a head noted elsewhere', async () => {
    const { head: noted } = await verify()
    await write('post:embarrassing')
    const { head: later } = await verify()
    await asOwner(`set session_replication_role = replica;
      delete from audit_entries ${ofEntry(6)};
      update audit_heads set seq = 5, hash = (select hash from audit_entries ${ofEntry(5)})
        where company_id = '${companyId}'`)
    expect((await verify()).broken).toBeNull()
    expect((await verify(noted)).broken).toBeNull()
    expect((await verify(later)).broken).toMatchObject({ seq: 6, fault: 'not-the-noted' })
  })

  test('everything sealed anew after a change: only by a head noted elsewhere', async () => {
    const { head: noted } = await verify()
    const { rows } = await asOwner(
      `select * from audit_entries where company_id = '${companyId}' order by seq`,
    )
    let before: string = rows[1].hash
    for (const { id, seq, at, action, subject, detail } of rows.slice(2)) {
      const digest = digestOf({ companyId, at, actor: 'y', action, subject, detail })
      const hash = linkOf(before, Number(seq), digest)
      await asOwner(`set session_replication_role = replica; update audit_entries
        set actor = 'y', digest = '${digest}', prev_hash = '${before}', hash = '${hash}' where id = ${id};
        update audit_heads set hash = '${hash}' where company_id = '${companyId}'`)
      before = hash
    }
    expect((await verify()).broken).toBeNull()
    expect((await verify(noted)).broken).toMatchObject({ seq: 5, fault: 'not-the-noted' })
  })
})

test('entries from before the chain are chained by the migration', async () => {
  const url = await emptyDatabase()
  const pool = openPool(url, 2)
  const db = openDatabase(pool)
  const names = Object.keys(await readMigrations())
  await migrate(db, names[names.findIndex((name) => name.endsWith('audit-chain')) - 1])
  const id = randomUUID()
  await pool.query(
    `insert into companies (id, name, language, time_zone) values ($1, 'A', 'fr', 'Europe/Paris')`,
    [id],
  )
  await pool.query(
    `insert into audit_entries (company_id, at, actor, action, subject, detail)
     select $1, now() + n * interval '1.2345 s', 'c', 'post.moved', 'post:' || n, jsonb_build_object('n', n, 'a', 'é')
     from generate_series(1, 1203) n`,
    [id],
  )
  await migrate(db)
  expect(await verifyChain(db, id)).toMatchObject({ intact: 1203, broken: null })
  await audit(db, {
    companyId: id,
    at: clock.now(),
    actor: 'c',
    action: 'post.moved',
    subject: 'post:x',
  })
  expect(await verifyChain(db, id)).toMatchObject({ intact: 1204, broken: null })
  await pool.end()
  await dropDatabase(url)
})

test('canonical JSON has one form', () => {
  expect(canonicalJson({ b: [2, { d: 1, c: null }], a: new Date(0), é: undefined })).toBe(
    '{"a":"1970-01-01T00:00:00.000Z","b":[2,{"c":null,"d":1}]}',
  )
})

async function asOwner(statements: string) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return await client.query(statements)
  } finally {
    await client.end()
  }
}
