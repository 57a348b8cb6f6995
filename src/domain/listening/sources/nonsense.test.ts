import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { said } from '../fixture.ts'
import { listeningDesk } from '../testing.ts'

const here = await listeningDesk()
const { press, clock, save, listenTo, mentions, settle, theSource } = here

const MOST_DAYS = 8_640_000_000_000_000
const someone = { remoteId: '1', handle: 'lucie', name: 'Lucie' }

test.each([
  ['half a follower', { author: { ...someone, followers: 1.5 } }],
  ['more followers than there are people', { author: { ...someone, followers: 1e300 } }],
  ['followers without number', { author: { ...someone, followers: Number.NaN } }],
  ['fewer followers than none', { author: { ...someone, followers: -1 } }],
  ['pictures without end', { images: Number.POSITIVE_INFINITY }],
  ['half a picture', { images: 0.5 }],
  ['reshares beyond counting', { reshares: 2 ** 60 }],
  ['the first day of all', { at: new Date(-MOST_DAYS) }],
  ['the year 0', { at: new Date('0000-01-01T00:00:00Z') }],
  ['no instant', { at: new Date(Number.NaN) }],
  ['the last day of all', { at: new Date(MOST_DAYS) }],
  ['an id of nothing', { remoteId: '', url: '' }],
  ['an address that is a script', { url: 'javascript:alert(1)' }],
  ['a language that is none', { language: '\0'.repeat(50) }],
  ['an empty title', { title: '\u200b\0 ' }],
])('a post with %s is kept as far as it makes sense, and holds up no other', async (_, strange) => {
  await save('morel')
  await listenTo()
  press.says.push(said('Morel, avant'), said('Morel', strange), said('Morel, après'))
  await settle()
  expect(await mentions()).toHaveLength(3)
  expect(await theSource()).toMatchObject({ state: 'fine', trouble: null })
  for (const grain of ['day', 'week']) {
    const period = `from=2026-11-20&to=2026-11-23&by=${grain}`
    expect((await here.camille.get(`/listening/overview?${period}`)).status).toBe(200)
  }
  for (const path of [
    '/topics',
    '/mentions?sort=reach',
    '/mentions?folded=yes',
    '/alerts',
    '/mentions/export',
  ])
    expect([path, (await here.camille.get(path)).status]).toEqual([path, 200])
})

test('an address that is a script becomes no link', async () => {
  await save('morel')
  await listenTo()
  const author = { ...someone, profileUrl: 'data:text/html,x', avatarUrl: ' JavaScript:alert(1)' }
  press.says.push(said('Morel', { url: 'javascript:alert(1)', author }))
  await settle()
  const { body } = await here.camille.get('/mentions')
  expect(body.items[0].url).toBe('')
  expect(JSON.stringify(body.items[0])).not.toMatch(/script:|data:/i)
})

test.each([
  ['\u202eelleutroM\u202c Léa', 'elleutroM Léa'],
  ['\u2067ليلى\u2069', 'ليلى'],
  // Beside figures, a mark keeps an honest name in its order.
  ['ليلى 24\u200f!', 'ليلى 24\u200f!'],
  ['דנה כהן', 'דנה כהן'],
])(
  'a name that turns its line around turns nothing, and one from right to left stays whole',
  async (name, kept) => {
    await save('morel')
    await listenTo()
    const author = { ...someone, name, handle: name }
    press.says.push(said('Morel', { title: name, author }))
    await settle()
    const { body } = await here.camille.get('/mentions')
    expect(body.items).toMatchObject([{ title: kept, author: { name: kept, handle: kept } }])
  },
)

test('what four hundred queries find in sixty posts at once is kept: more values than one statement takes', async () => {
  const { id } = await save('morel')
  await sql`insert into saved_queries (id, company_id, name, expression, examples, created_at, updated_at)
    select gen_random_uuid(), company_id, name || n, expression, examples, created_at, updated_at
    from saved_queries, generate_series(1, 399) n where id = ${id}`.execute(here.desk.db)
  await listenTo()
  press.says.push(...Array.from({ length: 60 }, (_, n) => said(`Morel, chaise ${n}`)))
  await settle()
  expect(await theSource()).toMatchObject({ state: 'fine', mentions: 60 })
})

test('what is wrong is told although the network words it in letters that no database keeps', async () => {
  await listenTo()
  press.failures.push({ kind: 'transient', detail: 'half \ud83e and\0 nothing' })
  await settle()
  expect((await theSource()).trouble).toContain('(half \ufffd and nothing)')
})

test.each([
  ['timeout: no answer in 10000 ms', 'met trop de temps à répondre'],
  ['dns: https://journal.example', 'est introuvable'],
  ['tls: https://journal.example', 'Pas de connexion sécurisée'],
  ['redirects: too many', 'd’une adresse à l’autre sans fin'],
  ['too-large: more than 5000000 bytes', 'plus que Vigie n’en lit'],
  ['503 Service Unavailable', 'répond par une erreur de son côté (503 Service Unavailable)'],
  ['unreadable answer: Invalid input', 'est illisible'],
  ['', 'est illisible'],
  ['connection-reset: https://journal.example', 'ne répond pas (connection-reset'],
])('a silence (%s) is told in the reader’s words', async (detail, words) => {
  await listenTo()
  press.failures.push({ kind: 'transient', detail })
  await settle()
  const { body } = await here.camille.get('/sources', { 'accept-language': 'fr' })
  expect(body[0].trouble).toContain(words)
  expect(body[0].trouble).toMatch(/\. Nous réessayons, de moins en moins souvent\.$/)
})

test('what the database refuses is told, and tried less and less often', async () => {
  await save('morel')
  await listenTo()
  await settle()
  await sql`alter table mentions add constraint not_this check (text not like '%interdit%')`.execute(
    here.desk.db,
  )
  press.says.push(said('Morel, interdit'))
  clock.advance(20 * 60_000)
  await settle()
  const asked = press.asked.length
  expect((await theSource()).trouble).toContain('could not be saved: an error in Vigie')
  clock.advance(50_000)
  await settle()
  expect(press.asked).toHaveLength(asked)

  await sql`alter table mentions drop constraint not_this`.execute(here.desk.db)
  clock.advance(20 * 60_000)
  await settle()
  expect(await mentions()).toHaveLength(1)
  expect((await theSource()).trouble).toBeNull()
})
