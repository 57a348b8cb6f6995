import { beforeEach, describe, expect, test } from 'vitest'
import { tablesOf } from '#platform/db/database.ts'
import type { PublishingTables } from '../tables.ts'
import { noticeBoard } from '../testing/notice-board.ts'
import { openAtelier } from '../testing/open-atelier.ts'

// Room enough for an address with its tags.
const max = { value: 1000, source: 'its landlord', date: '2026-11-23' }
const atelier = await openAtelier(noticeBoard({ text: { max, unit: 'characters' } }))
const { camille, accounts } = atelier
const PAGE = 'https://atelier-morel.fr/tables'

/** What would be added to the page by the Lyon account, as the composer shows it. */
async function shown(more: object = {}) {
  const variants = [{ channelId: accounts['lyon'] }]
  const draft = { text: `La table Lucie : ${PAGE}`, variants, ...more }
  const { body } = await camille.post('/posts/check', draft)
  return Object.fromEntries(new URL(body.channels[0].links[0].target).searchParams)
}

const campaign = async (utm: object) =>
  (await camille.post('/campaigns', { name: 'Noël à l’atelier', utm })).body.id as string

beforeEach(async () => {
  await camille.put('/links/tags', {})
})

describe('the tags of a link', () => {
  test('are the desk’s own when nobody chose any', async () => {
    expect(await shown()).toEqual({
      utm_source: 'board',
      utm_medium: 'social',
      utm_campaign: 'la-table-lucie',
      utm_content: '…',
    })
  })

  test('follow the campaign’s templates, then the company’s', async () => {
    await camille.put('/links/tags', { source: '{network}-{account}', medium: 'organique' })
    const campaignId = await campaign({ medium: 'noel', campaign: '{campaign}-2026' })
    expect(await shown()).toMatchObject({ utm_source: 'board-lyon', utm_medium: 'organique' })
    expect(await shown({ campaignId })).toEqual({
      utm_source: 'board-lyon',
      utm_medium: 'noel',
      utm_campaign: 'noel-a-l-atelier-2026',
      utm_content: '…',
    })
  })

  test('keep the word that an older post carries, whatever its campaign says', async () => {
    const campaignId = await campaign({ campaign: 'fixe' })
    expect(await shown({ campaign: 'Soldes d’été', campaignId })).toMatchObject({
      utm_campaign: 'soldes-d-ete',
    })
  })

  test('leave with the post exactly as they were shown, and a link that has its own keeps them', async () => {
    const campaignId = await campaign({ content: 'affiche' })
    const hers = `${PAGE}?utm_source=lettre`
    const post = await atelier.scheduled(`Deux pages : ${PAGE} et ${hers}`, '2026-11-25T12:15', {
      campaignId,
    })
    const { content } = await tablesOf<PublishingTables>(atelier.desk.db)
      .selectFrom('deliveries')
      .select('content')
      .where('postId', '=', post.id)
      .executeTakeFirstOrThrow()
    expect(content.text).toBe(
      `Deux pages : ${PAGE}?utm_source=board&utm_medium=social&utm_campaign=noel-a-l-atelier&utm_content=affiche` +
        ` et ${hers}&utm_medium=social&utm_campaign=noel-a-l-atelier&utm_content=affiche`,
    )
  })

  test('are not promised on links that leave as they were written', async () => {
    const variants = [{ channelId: accounts['lyon'] }]
    const draft = { text: PAGE, variants, trackLinks: false }
    expect((await camille.post('/posts/check', draft)).body.channels[0].links).toEqual([])
  })

  test('name nothing that does not exist', async () => {
    const { status, body } = await camille.put('/links/tags', { source: '{reseau}' })
    expect(status).toBe(422)
    expect(body.errors).toEqual([
      {
        pointer: '/source',
        detail: 'Only {network}, {account}, {campaign} and {post} can stand between braces.',
      },
    ])
  })

  test('can be tried before they are kept', async () => {
    const { body } = await camille.post('/links/tags/example', {
      preset: { medium: '{account}' },
      campaignName: 'Noël',
    })
    expect(body[0].leaves).toBe(
      'https://example.com/?utm_source=board&utm_medium=lyon&utm_campaign=noel&utm_content=7f3a9c2e',
    )
  })
})
