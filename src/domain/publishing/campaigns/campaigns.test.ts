import { beforeEach, describe, expect, test } from 'vitest'
import { openAtelier } from '../testing/open-atelier.ts'
import type { CampaignView } from './api.ts'

const atelier = await openAtelier()
const { camille, accounts } = atelier
const [lyon, paris] = [accounts['lyon'], accounts['paris']]

const open = async (name: string, more: object = {}) =>
  (await camille.post<CampaignView>('/campaigns', { name, ...more })).body
const read = async ({ id }: { id: string }) =>
  (await camille.get<CampaignView>(`/campaigns/${id}`)).body

beforeEach(() => atelier.clock.set('2026-11-23T09:00:00+01:00'))

describe('a campaign', () => {
  test('keeps its brief, and tells by its dates how far it has come', async () => {
    const brief = {
      objective: 'Vendre quarante tables avant Noël',
      audience: 'Les familles de la presqu’île',
      message: 'Une table se transmet',
      tone: 'Chaleureux, sans superlatif',
      startsOn: '2026-12-01',
      endsOn: '2026-12-24',
    }
    const noel = await open('Noël à l’atelier', { ...brief, channelIds: [lyon] })
    expect(noel).toMatchObject({ ...brief, channelIds: [lyon], stage: 'planned' })
    atelier.clock.set('2026-12-01T00:30:00+01:00')
    expect((await read(noel)).stage).toBe('running')
    atelier.clock.set('2026-12-24T23:30:00+01:00')
    expect((await read(noel)).stage).toBe('running')
    atelier.clock.set('2026-12-25T00:30:00+01:00')
    expect((await read(noel)).stage).toBe('ended')
  })

  test('has a stamp of its own: a letter, and a shape that no other has with it', async () => {
    const made = [await open('Soldes'), await open('Salon du bois'), await open('étrennes')]
    expect(made.map(({ letter }) => letter)).toEqual(['S', 'S', 'É'])
    expect(made[0]?.shape).not.toBe(made[1]?.shape)
  })

  test('never ends before it starts, whichever of the two days is changed', async () => {
    const { id } = await open('Portes ouvertes', { startsOn: '2026-12-05' })
    const { status, body } = await camille.patch(`/campaigns/${id}`, { endsOn: '2026-12-04' })
    expect(status).toBe(422)
    expect(body.errors).toEqual([
      { pointer: '/endsOn', detail: 'The last day comes before the first.' },
    ])
  })

  test('adds up what it has cost so far, to the cent; a cost struck out no longer counts', async () => {
    const { id } = await open('Affichage', { budget: 400, currency: 'EUR' })
    const cost = (what: string, amount: number) =>
      camille.post<CampaignView>(`/campaigns/${id}/costs`, { day: '2026-11-20', what, amount })
    await cost('Tirage des affiches', 120.1)
    await cost('Pose', 80.2)
    const { body } = await cost('Avoir de l’imprimeur', -20)
    expect(body).toMatchObject({ budget: 400, spent: 180.3 })
    expect(body.costs.map(({ what, by }) => [what, by])).toContainEqual(['Pose', 'Camille Morel'])
    const pose = body.costs.find(({ what }) => what === 'Pose')
    const struck = await camille.delete<CampaignView>(`/campaigns/${id}/costs/${pose?.id}`)
    expect(struck.body.spent).toBe(100.1)
    expect((await cost('Demi-centime', 0.005)).status).toBe(422)
  })

  test('counts its posts by state and by account, drafts included, deleted ones not', async () => {
    const { id: campaignId } = await open('Chaises')
    await atelier.draft('La Hugo', { campaignId })
    await atelier.scheduled('La Lucie', '2026-11-25T12:15', { campaignId, by: ['lyon', 'paris'] })
    const gone = await atelier.draft('Celle qu’on abandonne', { campaignId })
    await camille.delete(`/posts/${gone.id}`)
    await atelier.draft('D’une autre affaire')
    expect(await read({ id: campaignId })).toMatchObject({
      posts: { draft: 1, scheduled: 1 },
      byAccount: [
        { channelId: lyon, posts: 2 },
        { channelId: paris, posts: 1 },
      ],
    })
    const { body } = await camille.get(`/campaigns/${campaignId}/posts`)
    expect(body.map(({ excerpt }: { excerpt: string }) => excerpt)).toEqual(['La Lucie', 'La Hugo'])
    const { body: list } = await camille.get('/campaigns')
    const inList = list.find(({ id }: { id: string }) => id === campaignId)
    expect(inList.posts).toEqual({ draft: 1, scheduled: 1 })
  })

  test('put away keeps its posts, and comes back as it was', async () => {
    const { id } = await open('Ancienne collection')
    const post = await atelier.draft('Le buffet', { campaignId: id })
    expect((await camille.post(`/campaigns/${id}/archive`)).body.stage).toBe('archived')
    expect((await atelier.read(post)).campaignId).toBe(id)
    expect((await camille.post(`/campaigns/${id}/restore`)).body.stage).toBe('running')
  })

  test('says what its posts have brought, and what nobody knows yet', async () => {
    const { id: campaignId } = await open('Bilan')
    await atelier.scheduled('Le banc', undefined, { campaignId })
    await atelier.settle()
    const { body } = await camille.get(`/campaigns/${campaignId}/results`)
    const figures = body.figures.map(({ key, value }: { key: string; value: number }) => [
      key,
      value,
    ])
    expect(figures).toEqual([
      ['posts', 1],
      ['clicks', null],
      ['engagement', null],
    ])
    expect(body.figures[1].provenance.gaps).toEqual([
      'Deliveries that went out without a short link: 1; their clicks are unknown.',
    ])
  })
})

describe('a post that has left', () => {
  test('can still be filed, and leaves nothing a second time', async () => {
    const { id: campaignId } = await open('Après coup')
    const post = await atelier.scheduled('Le tabouret', undefined, { about: 'us' })
    await atelier.settle()
    const filed = { campaignId, labels: ['exclusive'] }
    const { status, body } = await camille.patch(`/posts/${post.id}/filing`, filed)
    expect([status, body.status]).toEqual([200, 'published'])
    expect(body).toMatchObject({ ...filed, about: 'us', text: 'Le tabouret' })
    await atelier.settle()
    expect(atelier.board.pinned.filter(({ text }) => text === 'Le tabouret')).toHaveLength(1)
    expect((await read({ id: campaignId })).posts).toEqual({ published: 1 })
  })
})

describe('the campaign of another company', () => {
  test('can be neither read nor given to a post', async () => {
    const { id } = await open('À nous')
    const other = { name: 'Garage Faure', language: 'fr', timeZone: 'Europe/Paris' }
    const { body: company } = await camille.post<{ id: string }>('/companies', other)
    const yanis = camille.of(company.id)
    expect((await yanis.get(`/campaigns/${id}`)).status).toBe(404)
    expect((await yanis.get(`/campaigns/${id}/results`)).status).toBe(404)
    const { status, body } = await yanis.post('/posts', { text: 'Chez nous', campaignId: id })
    expect(status).toBe(422)
    expect(body.errors).toEqual([
      { pointer: '/campaignId', detail: 'There is no such campaign in this company.' },
    ])
    const mine = await yanis.post('/posts', { text: 'Chez nous' })
    const moved = await yanis.patch(`/posts/${mine.body.id}`, { version: 1, campaignId: id })
    expect(moved.body.errors[0].pointer).toBe('/campaignId')
    const filed = await yanis.patch(`/posts/${mine.body.id}/filing`, { campaignId: id })
    expect(filed.body.errors[0].pointer).toBe('/campaignId')
  })
})

describe('posts by label', () => {
  test('are found whenever they leave', async () => {
    await atelier.draft('Entretenir le chêne', { labels: ['useful'], about: 'customer' })
    await atelier.draft('Notre vitrine', { labels: ['visual'], about: 'us' })
    const { body } = await camille.get('/posts?label=useful')
    expect(body.map(({ excerpt }: { excerpt: string }) => excerpt)).toEqual(['Entretenir le chêne'])
  })
})
