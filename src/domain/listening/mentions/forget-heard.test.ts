import { expect, test } from 'vitest'
import type { Gone } from '#connectors/_contract/connector.ts'
import { tablesOf } from '#platform/db/database.ts'
import { said } from '../fixture.ts'
import { listeningDesk } from '../testing.ts'
import type { ListeningTables } from '../tables.ts'
import { forgetDeleted } from './follow-authors.ts'

const here = await listeningDesk()
const { press, save, listenTo, settle } = here
const tables = tablesOf<ListeningTables>(here.desk.db)
const companyId = () => here.camille.headers['vigie-company'] ?? ''

const lucie = { remoteId: 'lucie', handle: '@lucie', name: 'Lucie Martin' }
const yanis = { remoteId: 'yanis', handle: '@yanis', name: 'Yanis Haddad' }

/** A newspaper is read in which one post is found, by Lucie, and others are not. */
async function heard() {
  await save('morel')
  await listenTo()
  press.says.push(
    said('Une chaise Morel', { remoteId: 'found', author: lucie }),
    said('Un buffet en noyer massif', { remoteId: 'hers', author: lucie }),
    said('Un fauteuil en velours vert', { remoteId: 'his', author: yanis }),
  )
  await settle()
}

const forget = (gone: Partial<Gone>, connectorId = 'press') =>
  forgetDeleted(
    here.desk.db,
    { companyId: companyId(), connectorId },
    { posts: [], authors: [], ...gone },
  )

/** What is left in the two samples. */
async function left() {
  const items = await tables
    .selectFrom('heardItems')
    .select('remoteId')
    .where('companyId', '=', companyId())
    .orderBy('remoteId')
    .execute()
  const terms = await tables
    .selectFrom('heardTerms')
    .select('remoteId')
    .where('companyId', '=', companyId())
    .orderBy('remoteId')
    .execute()
  return [items.map((one) => one.remoteId), terms.map((one) => one.remoteId)]
}

test('a post that its author deleted leaves the samples of what was heard, found or not', async () => {
  await heard()
  expect(await left()).toEqual([
    ['found', 'hers', 'his'],
    ['hers', 'his'],
  ])
  await forget({ posts: ['found', 'his'] })
  expect(await left()).toEqual([['hers'], ['hers']])
})

test('an account that was deleted takes all of its posts with it', async () => {
  await heard()
  await forget({ authors: ['lucie'] })
  expect(await left()).toEqual([['his'], ['his']])
})

test('where anybody may say that a post is gone, only its own author is believed', async () => {
  await heard()
  await forget({ claimed: [{ post: 'hers', author: 'yanis' }] })
  expect(await left()).toEqual([
    ['found', 'hers', 'his'],
    ['hers', 'his'],
  ])
  await forget({ claimed: [{ post: 'hers', author: 'lucie' }] })
  expect(await left()).toEqual([['found', 'his'], ['his']])
})

test('what another network calls the same is another post, and another person', async () => {
  await heard()
  await forget({ posts: ['found', 'hers'], authors: ['yanis'] }, 'plaza')
  expect(await left()).toEqual([
    ['found', 'hers', 'his'],
    ['hers', 'his'],
  ])
})

test('what was heard before posts were known by their ids goes with its mention', async () => {
  await heard()
  await tables.updateTable('heardItems').set({ remoteId: null }).execute()
  await forget({ posts: ['found'] })
  const rows = await tables
    .selectFrom('heardItems')
    .select('text')
    .where('companyId', '=', companyId())
    .execute()
  expect(rows).toHaveLength(2)
  expect(rows.map(({ text }) => text)).not.toContain('Une chaise Morel')
})
