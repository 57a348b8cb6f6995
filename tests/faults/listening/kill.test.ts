/** A desk is killed (SIGKILL) in the middle of what listening does at length, and another goes on. */
import { describe, expect, test } from 'vitest'
import type { Caller } from '#support/caller.ts'
import { openFaultyListening } from './open-desk.ts'

const SAYS = 300
/** More than one statement writes. */
const MANY = 1_200
/** More than one bite, or one look through what is kept, takes. */
const SOME = 600

const here = await openFaultyListening(SAYS)

const dayBefore = (days: number) =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

/** A table of as many pages, written on one day. */
const tableOf = (rows: number, day = dayBefore(5)) =>
  [
    'Date,Lien,Extrait,Auteur',
    ...Array.from(
      { length: rows },
      (_, n) => `${day},https://revue.example/${n + 1},"Morel, ligne ${n + 1}.",Auteur ${n % 50}`,
    ),
  ].join('\n')

const bytesOf = (table: string) => new TextEncoder().encode(table)

const bring = (camille: Caller, table: string, at = '/mentions/files') =>
  camille.upload(at, { name: 'export.csv', type: 'text/csv', bytes: bytesOf(table) })

function formOf(table: string): FormData {
  const form = new FormData()
  form.append('file', new File([table], 'export.csv', { type: 'text/csv' }))
  return form
}

describe('the import of a file of mentions', { timeout: 240_000 }, () => {
  test.each([
    ['as it writes its first row', 'insert on mentions', "new.text like '%ligne 1.'"],
    ['as it writes a row of its second thousand', 'insert on mentions', "new.text like '%1100.'"],
    ['as it says which query found each', 'insert on mention_hits', 'true'],
    ['when all is written but its end', 'insert on events', "new.name = 'query.source_changed'"],
  ])('killed %s: nothing of it is left, and it may be imported as if new', async (_, at, row) => {
    const { camille, count } = await here.company()
    await camille.post('/queries', { expression: 'morel' })
    const victim = await here.victim('answers')
    const gate = await here.gate(at, row)
    victim.post(camille, '/mentions/files', formOf(tableOf(MANY)))
    await victim.killAt(gate)

    for (const table of ['mentions', 'mention_hits', 'mention_folds', 'sources'])
      expect([table, await count(table)]).toEqual([table, 0])
    const preview = await bring(camille, tableOf(MANY), '/mentions/files/preview')
    expect(preview.body).toMatchObject({ ready: MANY, known: 0 })
    const { status, body } = await bring(camille, tableOf(MANY))
    expect([status, body.added]).toEqual([201, MANY])
    expect(await figures(camille, count)).toEqual(each(MANY))
  })

  test('killed as its file is named under its key: the same file is taken in, and no other', async () => {
    const { camille, count } = await here.company()
    await camille.post('/queries', { expression: 'morel' })
    const victim = await here.victim('answers')
    const gate = await here.gate('update of request_hash on idempotency_keys')
    const keyed = camille.with({ 'idempotency-key': 'un-export' })
    victim.post(camille, '/mentions/files', formOf(tableOf(MANY)), keyed.headers)
    await victim.killAt(gate)

    here.later(2)
    expect(await bring(keyed, tableOf(MANY))).toMatchObject({ status: 201, body: { added: MANY } })
    expect((await bring(keyed, tableOf(SOME))).status).toBe(422)
    expect(await figures(camille, count)).toEqual(each(MANY))
  })

  test('killed once it is written, before it says so: sent again, every row is known', async () => {
    const { camille, count } = await here.company()
    await camille.post('/queries', { expression: 'morel' })
    const victim = await here.victim('answers')
    const gate = await here.gate('update of status on idempotency_keys')
    const key = { 'idempotency-key': 'un-export' }
    victim.post(camille, '/mentions/files', formOf(tableOf(MANY)), key)
    await victim.killAt(gate)

    const again = await bring(camille, tableOf(MANY), '/mentions/files/preview')
    expect(again.body).toMatchObject({ ready: 0, known: MANY })
    expect(await bring(camille, tableOf(MANY))).toMatchObject({
      status: 422,
      body: { code: 'mention_file.all_known' },
    })
    here.later(2)
    // Under the same key: what it would have answered.
    expect(await bring(camille.with(key), tableOf(MANY))).toMatchObject({
      status: 201,
      body: { added: MANY, known: 0 },
    })
    expect(await figures(camille, count)).toEqual(each(MANY))
  })
})

describe('the first count of a saved query', { timeout: 240_000 }, () => {
  test.each([
    ['as it says what it finds', 'insert on mention_hits'],
    ['when all is written but its end', 'insert on events'],
  ])('killed %s: it is not saved, and saved again it finds each once', async (_, at) => {
    const { camille, count } = await here.company()
    await camille.post('/queries', { expression: 'ligne' })
    await bring(camille, tableOf(SOME))
    const victim = await here.victim('answers')
    const gate = await here.gate(at)
    const key = { 'idempotency-key': 'une-recherche' }
    victim.post(camille, '/queries', { expression: 'morel' }, key)
    await victim.killAt(gate)

    expect((await camille.get('/queries')).body).toHaveLength(1)
    expect(await count('mention_hits')).toBe(SOME)
    here.later(2)
    expect(await camille.post('/queries', { expression: 'morel' }, key)).toMatchObject({
      status: 201,
    })
    expect((await camille.get('/queries')).body).toHaveLength(2)
    expect(await figures(camille, count)).toEqual({ ...each(SOME), hits: 2 * SOME })
  })

  test.each([
    ['as it keeps the page', 'insert on mentions', "new.text like '%250.'"],
    ['as its place moves', 'update on sources', 'new.look_back_done > old.look_back_done'],
  ])('killed as its sources are read for it, %s: all is found, once', async (_, at, row) => {
    const { camille, count } = await here.company()
    await camille.post('/sources', {
      connectorId: 'press',
      settings: { url: 'https://journal.example/feed' },
    })
    await here.settle()
    expect(await count('mentions')).toBe(0)
    await camille.post('/queries', { expression: 'morel' })
    const gate = await here.gate(at, row)
    const victim = await here.victim('works')
    await victim.killAt(gate)

    expect(await count('mentions')).toBe(0)
    await here.survive()
    expect(await figures(camille, count)).toEqual(each(SAYS))
    const { body } = await camille.get('/sources')
    expect(body).toMatchObject([{ state: 'fine', itemsRead: SAYS, mentions: SAYS }])
  })

  test('killed as its hours are counted: each mention counts once', async () => {
    const { camille, count } = await here.company()
    await camille.post('/queries', { expression: 'morel' })
    await bring(camille, tableOf(SOME))
    const gate = await here.gate('insert on mention_hours')
    const victim = await here.victim('works')
    await victim.killAt(gate)
    await here.survive()
    expect(await figures(camille, count)).toEqual(each(SOME))
  })
})

describe('forgetting', { timeout: 240_000 }, () => {
  test.each([
    ['in its first bite', 'delete on mentions', "old.text like '%ligne 3.'"],
    ['as it forgets what said the same', 'delete on mention_folds', 'true'],
    ['in its last bite', 'update on mention_keeping', 'old.erasing > 0'],
    ['as it says how many went', 'insert on events', "new.name = 'mention.changed'"],
  ])('what is too old, killed %s: all of it goes, and is told once', async (_, at, row) => {
    const { camille, count } = await here.company()
    await camille.post('/queries', { expression: 'morel' })
    await bring(camille, tableOf(SOME, dayBefore(200)))
    await here.settle()
    const { body } = await camille.get('/mentions?limit=1')
    const [{ id: touched }] = body.items
    await camille.patch(`/mentions/${touched}`, { sentiment: 'positive' })
    await camille.put('/mention-keeping', { months: 3 })
    const gate = await here.gate(at, row)
    const victim = await here.victim('works')
    await victim.killAt(gate)
    await here.survive()

    expect(await figures(camille, count)).toEqual(each(1))
    expect((await camille.get('/mention-keeping')).body).toMatchObject({ erased: SOME - 1 })
    const { body: audit } = await camille.get('/audit?limit=100')
    const told = JSON.stringify(audit).match(/company\.mentions_erased/g)
    expect(told).toHaveLength(1)
  })
})

/** What is kept, and what the screen counts, where there are so many mentions and each was kept and counted once. */
const each = (n: number) => ({ mentions: n, hits: n, folds: n, told: n })

async function figures(camille: Caller, count: (table: string) => Promise<unknown>) {
  const { body } = await camille.get(
    `/listening/overview?from=${dayBefore(210)}&to=${dayBefore(0)}&by=week`,
  )
  const told = body.figures.find(({ key }: { key: string }) => key === 'mentions')
  return {
    mentions: await count('mentions'),
    hits: await count('mention_hits'),
    folds: await count('mention_folds'),
    told: told.value,
  }
}
