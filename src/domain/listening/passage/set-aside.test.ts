/** Without a queue: a post that the database refuses, among others that it takes. */
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { said } from '../fixture.ts'
import { forgetDeleted } from '../mentions/follow-authors.ts'
import { listeningDesk } from '../testing.ts'
import { wantParkedAgain } from './try-parked.ts'

const here = await listeningDesk()
const { press, clock, save, listenTo, mentions, settle, theSource } = here
const { db } = here.desk

const refuse = () =>
  sql`alter table mentions add constraint not_this check (text not like '%interdit%') not valid`.execute(
    db,
  )
const takeAll = () => sql`alter table mentions drop constraint if exists not_this`.execute(db)

beforeEach(async () => {
  await takeAll()
  await sql`delete from parked_posts`.execute(db)
  await save('morel')
  await listenTo()
})

const texts = async () => (await mentions()).map(({ excerpt }) => excerpt).toSorted()

async function aside() {
  const { rows } = await sql<{ reason: string; message: string; times: number }>`
    select reason->>'en' as reason, convert_from(message, 'UTF8') as message, times
    from parked_posts order by id`.execute(db)
  return rows
}

async function later() {
  clock.advance(20 * 60_000)
  await settle()
}

test('it is set aside with its reason, told by its source, and the rest of its page is kept', async () => {
  await refuse()
  for (let n = 0; n < 20; n++) press.says.push(said(`Morel, numéro ${n}`))
  press.says.splice(7, 0, said('Morel, interdit'))
  press.says.splice(15, 0, said('Morel, interdit aussi'))
  await settle()
  expect(await mentions()).toHaveLength(20)
  expect(await here.told('mention.found')).toHaveLength(20)
  expect(await aside()).toMatchObject([
    { message: expect.stringContaining('Morel, interdit"') },
    { message: expect.stringContaining('Morel, interdit aussi"') },
  ])
  expect((await aside())[0]?.reason).toMatch(/^It could not be kept, even on its own: .*not_this/)
  expect(await theSource()).toMatchObject({
    state: 'troubled',
    trouble: expect.stringMatching(/^2 posts could not be kept and are set aside/),
    itemsRead: 22,
  })
  // The place has moved: the next reading asks for what follows.
  press.says.push(said('Morel, ensuite'))
  await later()
  expect(press.asked.at(-1)?.cursor).toBe('22')
  expect(await mentions()).toHaveLength(21)
})

test('read from its beginning again, its source sets it aside no second time', async () => {
  await refuse()
  press.says.push(said('Morel un'), said('Morel, interdit'))
  await settle()
  await save('interdit')
  await settle()
  expect(press.asked.filter(({ cursor }) => cursor === null).length).toBeGreaterThan(1)
  expect(await aside()).toHaveLength(1)
})

test('what is kept after all waits no more', async () => {
  await refuse()
  press.says.push(said('Morel un'), said('Morel, interdit'))
  await settle()
  await takeAll()
  await save('interdit')
  await settle()
  expect(await texts()).toEqual(['Morel un', 'Morel, interdit'])
  expect(await aside()).toEqual([])
  expect(await theSource()).toMatchObject({ state: 'fine', trouble: null })
})

test('it is tried again when somebody asks for it', async () => {
  await refuse()
  press.says.push(said('Morel un'), said('Morel, interdit'))
  await settle()
  expect(await wantParkedAgain(db)).toBe(1)
  await settle()
  expect(await aside()).toMatchObject([{ times: 2 }])
  await takeAll()
  await wantParkedAgain(db)
  await settle()
  expect(await texts()).toEqual(['Morel un', 'Morel, interdit'])
  expect(await aside()).toEqual([])
})

test('where every post of a page is refused the desk may be to blame: it is held and told, and set aside at the fifth time', async () => {
  await refuse()
  press.says.push(said('Morel, interdit'), said('Morel, interdit aussi'))
  await settle()
  for (let times = 1; times < 5; times++) {
    expect(await aside()).toEqual([])
    expect((await theSource()).trouble).toContain('could not be saved: an error in Vigie')
    await later()
  }
  expect(await aside()).toHaveLength(2)
  press.says.push(said('Morel, ensuite'))
  await later()
  expect(await texts()).toEqual(['Morel, ensuite'])
})

test('what its author deletes meanwhile does not come back from where it was set aside', async () => {
  await refuse()
  press.says.push(said('Morel un'), said('Morel, interdit', { remoteId: 'p1' }))
  await settle()
  expect(await aside()).toHaveLength(1)
  const companyId = here.camille.headers['vigie-company'] ?? ''
  await forgetDeleted(db, { companyId, connectorId: 'press' }, { posts: ['p1'], authors: [] })
  expect(await aside()).toEqual([])
})
