import { describe, expect, test } from 'vitest'
import { openNewsroom } from '../testing/open-newsroom.ts'
import type { RuleInput } from './api.ts'

const room = await openNewsroom()
const { camille, sofia, board, at, read, approval, decides } = room
const lea = await room.join('Léa Roux', 'editor')
const hugo = await room.join('Hugo Petit', 'manager')
const left = () => board.pinned.map(({ text }) => text)

const oneOf = (...members: string[]) => ({ members })
async function withRule(rule: Omit<RuleInput, 'name'>, run: () => Promise<void>) {
  const { body, status } = await camille.post('/approval-rules', { name: 'Règle', ...rule })
  expect(status).toBe(201)
  try {
    await run()
  } finally {
    await camille.delete(`/approval-rules/${body.id}`)
  }
}

/** An editor, who publishes alone where no rule says otherwise. */
async function leaSchedules(text: string, by = 'lyon', wallTime = '2026-11-30T09:00') {
  const variants = [{ channelId: room.accounts[by] }]
  const { body } = await lea.caller.post('/posts', { text, variants })
  return (await lea.caller.post(`/posts/${body.id}/schedule`, { version: body.version, wallTime }))
    .body
}

describe('a rule', () => {
  test('about an account holds what leaves by it, and nothing else', async () => {
    const scope = { channelIds: [room.accounts['paris'] ?? ''] }
    await withRule({ scope, steps: [oneOf(room.ids.sofia)] }, async () => {
      expect(await leaSchedules('Par Paris', 'paris')).toMatchObject({ status: 'in-review' })
      expect(await leaSchedules('Par Lyon', 'lyon')).toMatchObject({ status: 'scheduled' })
    })
  })

  test('about a network holds what leaves by its accounts', async () => {
    const scope = { connectorIds: ['board'] }
    await withRule({ scope, steps: [oneOf(room.ids.sofia)] }, async () => {
      expect(await leaSchedules('Sur le panneau')).toMatchObject({ status: 'in-review' })
    })
  })

  test('about a campaign holds what joins it later, and what was agreed to before goes on holding', async () => {
    const { body: campaign } = await camille.post('/campaigns', { name: 'Noël' })
    const post = await leaSchedules('Sans campagne')
    const other = await leaSchedules('Enregistrée dans la campagne')
    const scope = { campaignIds: [campaign.id] }
    await withRule({ scope, steps: [oneOf(room.ids.sofia)] }, async () => {
      expect(post).toMatchObject({ status: 'scheduled' })
      const filed = { campaignId: campaign.id }
      await lea.caller.patch(`/posts/${post.id}/filing`, filed)
      expect(await read(post)).toMatchObject({ status: 'in-review' })
      expect(await approval(post)).toMatchObject({
        steps: [{ deciders: [{ name: 'Sofia Brandt' }] }],
      })
      await decides(sofia, post, 'approve')
      expect(await read(post)).toMatchObject({ status: 'scheduled' })
      // Filed elsewhere and back, it says what Sofia read.
      await lea.caller.patch(`/posts/${post.id}/filing`, { labels: ['exclusive'] })
      expect(await read(post)).toMatchObject({ status: 'scheduled' })

      const { text, variants } = await read(other)
      const draft = { postId: other.id, text, variants, ...filed }
      const forecast = await lea.caller.post('/approvals/needed', draft)
      expect(forecast.body).toMatchObject({ needed: true, rules: ['Règle'] })
      await room.edits(lea.caller, other, filed)
      expect(await read(other)).toMatchObject({ status: 'in-review' })
    })
  })

  test('about a campaign is asked after those that were asked already', async () => {
    const { body: campaign } = await camille.post('/campaigns', { name: 'Soldes' })
    const scope = { channelIds: [room.accounts['paris'] ?? ''] }
    await withRule({ scope, steps: [oneOf(room.ids.sofia)] }, async () => {
      const post = await leaSchedules('Par Paris, puis en campagne', 'paris')
      await decides(sofia, post, 'approve')
      expect(await read(post)).toMatchObject({ status: 'scheduled' })
      const campaignScope = { campaignIds: [campaign.id] }
      await withRule({ scope: campaignScope, steps: [oneOf(hugo.id)] }, async () => {
        await lea.caller.patch(`/posts/${post.id}/filing`, { campaignId: campaign.id })
        expect(await approval(post)).toMatchObject({
          state: 'open',
          active: 1,
          steps: [{ state: 'done' }, { state: 'open', deciders: [{ name: 'Hugo Petit' }] }],
        })
        expect(await read(post)).toMatchObject({ status: 'in-review' })
        await decides(hugo.caller, post, 'approve')
        expect(await read(post)).toMatchObject({ status: 'scheduled' })
      })
    })
  })

  test('about a campaign leaves alone what has left already', async () => {
    const { body: campaign } = await camille.post('/campaigns', { name: 'Bilan' })
    const post = await leaSchedules('Déjà partie', 'lyon', '2026-11-23T09:10')
    await at('2026-11-23T09:11')
    const scope = { campaignIds: [campaign.id] }
    await withRule({ scope, steps: [oneOf(room.ids.sofia)] }, async () => {
      await lea.caller.patch(`/posts/${post.id}/filing`, { campaignId: campaign.id })
      expect(await read(post)).toMatchObject({ status: 'published' })
      expect(await approval(post)).toBeNull()
    })
  })

  test('does not concern the roles it names, and says who still publishes alone', async () => {
    const rule = { exemptRoles: ['editor' as const], steps: [oneOf(room.ids.sofia)] }
    await withRule(rule, async () => {
      expect(await leaSchedules('Exemptée')).toMatchObject({ status: 'scheduled' })
      const { body } = await camille.get('/approval-rules')
      const alone = (name: string) =>
        body.people.find((one: { name: string }) => one.name === name)?.alone
      expect([alone('Léa Roux'), alone('Camille Morel'), alone('Yanis Haddad')]).toEqual([
        'yes',
        'no',
        'no',
      ])
    })
  })

  test('keeps its steps in order: the second is not open before the first is done', async () => {
    const steps = [oneOf(room.ids.sofia), oneOf(hugo.id)]
    await withRule({ steps }, async () => {
      const post = await leaSchedules('Deux étapes')
      const { content } = await approval(post)
      const early = { decision: 'approve', step: 1, content }
      const answer = await hugo.caller.post(`/posts/${post.id}/approval/decisions`, early)
      expect(answer).toMatchObject({ status: 409, body: { code: 'approval.not_this_step' } })
      await decides(sofia, post, 'approve')
      expect(await read(post)).toMatchObject({ status: 'in-review' })
      await decides(hugo.caller, post, 'approve')
      expect(await read(post)).toMatchObject({ status: 'scheduled' })
    })
  })

  test('may ask for several: one person agrees once, however often', async () => {
    const steps = [{ members: [room.ids.sofia, hugo.id], quorum: 2 }]
    await withRule({ steps }, async () => {
      const post = await leaSchedules('À deux')
      await decides(sofia, post, 'approve')
      await decides(sofia, post, 'approve')
      expect(await read(post)).toMatchObject({ status: 'in-review' })
      await decides(hugo.caller, post, 'approve')
      expect(await read(post)).toMatchObject({ status: 'scheduled' })
    })
  })

  test('whoever asked for changes is answered, however many others agree', async () => {
    const steps = [{ members: [room.ids.sofia, hugo.id], quorum: 1 }]
    await withRule({ steps }, async () => {
      const post = await leaSchedules('Un avis contraire')
      await decides(sofia, post, 'changes', 'Pas comme ça.')
      await decides(hugo.caller, post, 'approve')
      expect(await read(post)).toMatchObject({ status: 'in-review' })
      await decides(sofia, post, 'approve')
      expect(await read(post)).toMatchObject({ status: 'scheduled' })
    })
  })

  test('lets nobody approve what they wrote, unless it says so', async () => {
    const steps = [{ members: [lea.id, hugo.id] }]
    await withRule({ steps }, async () => {
      const post = await leaSchedules('De ma main')
      expect(await decides(lea.caller, post, 'approve')).toMatchObject({
        status: 403,
        body: { code: 'approval.own_post' },
      })
      // Whoever changes it writes it too.
      await room.edits(hugo.caller, post, { text: 'De nos mains' })
      expect(await decides(hugo.caller, post, 'approve')).toMatchObject({ status: 403 })
      expect(await approval(post)).toMatchObject({ steps: [{ stuck: true }] })
    })
    await withRule({ steps: [{ members: [lea.id], ownPosts: true }] }, async () => {
      const post = await leaSchedules('De ma main, et permis')
      expect(await decides(lea.caller, post, 'approve')).toMatchObject({ status: 200 })
      expect(await read(post)).toMatchObject({ status: 'scheduled' })
    })
  })

  test('that nobody could satisfy is refused', async () => {
    const steps = [{ members: [room.ids.sofia], quorum: 2 }]
    const answer = await camille.post('/approval-rules', { name: 'Impossible', steps })
    expect(answer).toMatchObject({ status: 422, body: { code: 'approval.unknown_people' } })
  })

  test('that changes later changes nothing asked before', async () => {
    let post = { id: '' }
    await withRule({ steps: [oneOf(hugo.id)] }, async () => {
      post = await leaSchedules('Sous l’ancienne règle', 'lyon', '2026-11-24T09:00')
    })
    await at('2026-11-24T09:00')
    expect(left()).not.toContain('Sous l’ancienne règle')
    expect(await decides(sofia, post, 'approve')).toMatchObject({ status: 403 })
  })

  test('is made by whoever may change the company', async () => {
    const rule = { name: 'La mienne', steps: [oneOf(lea.id)] }
    expect(await lea.caller.post('/approval-rules', rule)).toMatchObject({ status: 403 })
  })
})

describe('an embargo', () => {
  const noon = { wallTime: '2026-12-01T12:00', timeZone: 'Europe/Paris' }
  async function underEmbargo(text: string) {
    const post = await room.draft(text)
    await camille.put(`/posts/${post.id}/embargo`, noon)
    return read(post)
  }

  test('is undercut by no schedule, no move and no “publish now”', async () => {
    const post = await underEmbargo('Secret jusqu’à midi')
    expect(post.embargo).toEqual(noon)
    const schedule = (body: object) =>
      lea.caller.post(`/posts/${post.id}/schedule`, { version: post.version, ...body })
    for (const when of [{}, { wallTime: '2026-12-01T11:59' }]) {
      expect(await schedule(when)).toMatchObject({
        status: 409,
        body: { code: 'post.under_embargo' },
      })
    }
    const { body } = await schedule({ wallTime: '2026-12-01T12:00' })
    const move = { wallTime: '2026-11-30T12:00', version: body.version }
    expect(await lea.caller.post(`/posts/${post.id}/move`, move)).toMatchObject({ status: 409 })
  })

  test('is overruled by a sentence of who may publish alone, and by nobody else', async () => {
    const post = await underEmbargo('Fuite dans la presse')
    const now = { version: post.version, despiteEmbargo: 'La presse l’a déjà publié.' }
    const path = `/posts/${post.id}/schedule`
    expect(await room.yanis.post(path, now)).toMatchObject({ status: 409 })
    expect(await camille.post(path, now)).toMatchObject({ status: 200 })
    const { body } = await camille.get(`/posts/${post.id}/comments`)
    expect(body).toMatchObject([{ body: 'La presse l’a déjà publié.' }])
  })

  test('cannot be set after the hour, and is made shorter only by who may publish alone', async () => {
    const post = await room.scheduled('Trop tard pour cela', '2026-12-01T09:00')
    expect(await camille.put(`/posts/${post.id}/embargo`, noon)).toMatchObject({
      status: 409,
      body: { code: 'post.embargo_after_hour' },
    })
    const other = await underEmbargo('Plus court')
    expect(await room.yanis.delete(`/posts/${other.id}/embargo`)).toMatchObject({ status: 409 })
    expect(await lea.caller.delete(`/posts/${other.id}/embargo`)).toMatchObject({ status: 204 })
  })
})
