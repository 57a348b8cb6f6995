import { describe, expect, test } from 'vitest'
import { noticeBoard } from '#domain/publishing/testing/notice-board.ts'
import type { Caller } from '#support/caller.ts'
import { blog, openFeedsDesk } from './testing.ts'

const board = noticeBoard()
const { account, camille, ids, input, later, rule, sofia, yanis } = await openFeedsDesk(
  board.connector,
)

describe('a feed whose posts wait for approval', () => {
  const steps = (ids: string[]) => [{ members: ids }]
  async function articleOf(by: Caller, title: string, more: object = {}) {
    await rule({ mode: 'approval', delayMinutes: 60, ...more }, by)
    blog.articles.push({ title, summary: '' })
    await later(11)
    const { body } = await camille.get('/posts?from=2026-11-01T00:00:00Z&to=2027-01-01T00:00:00Z')
    return body.find(({ excerpt }: { excerpt: string }) => excerpt.startsWith(title))
  }
  async function approves(who: Caller, id: string) {
    const { body } = await who.get(`/posts/${id}/approval`)
    const { active: step, content } = body.approval
    return who.post(`/posts/${id}/approval/decisions`, { decision: 'approve', step, content })
  }

  test('asks who may approve when no rule does, and leaves at its hour once they agree', async () => {
    const post = await articleOf(camille, 'À relire')
    expect(post).toMatchObject({ status: 'in-review' })
    const { body } = await camille.get(`/posts/${post.id}/approval`)
    const [step] = body.approval.steps
    expect(step.deciders.map(({ name }: { name: string }) => name)).toContain('Sofia Brandt')
    expect(await approves(sofia, post.id)).toMatchObject({ status: 200 })
    expect((await camille.get(`/posts/${post.id}`)).body.status).toBe('scheduled')
    await later(61)
    expect(board.pinned.map(({ text }) => text)).toContainEqual(expect.stringMatching(/^À relire/))
  })

  test('does not leave unread: past its hour somebody says what becomes of it', async () => {
    const post = await articleOf(camille, 'Restée sans réponse')
    await later(70)
    expect(board.pinned.some(({ text }) => text.startsWith('Restée sans réponse'))).toBe(false)
    await approves(sofia, post.id)
    await later(1)
    expect(board.pinned.some(({ text }) => text.startsWith('Restée sans réponse'))).toBe(false)
  })

  test('asks whom the company’s rule names, as for a post that somebody writes', async () => {
    const scope = { channelIds: [account.id] }
    const made = { name: 'Lyon relue', scope, steps: steps([ids.sofia]) }
    const { body: approvalRule } = await camille.post('/approval-rules', made)
    const post = await articleOf(camille, 'Sous la règle')
    const forecast = { channelIds: [account.id] }
    expect((await camille.post('/feed-rules/approval', forecast)).body).toMatchObject({
      needed: true,
      rules: ['Lyon relue'],
      steps: [{ deciders: [{ name: 'Sofia Brandt' }] }],
    })
    await camille.delete(`/approval-rules/${approvalRule.id}`)
    expect(await approves(camille, post.id)).toMatchObject({ status: 403 })
    expect(await approves(sofia, post.id)).toMatchObject({ status: 200 })
    expect((await camille.post('/feed-rules/approval', forecast)).body).toMatchObject({
      needed: true,
      rules: [],
    })
  })

  test('is not approved by who set the feed up, where a rule asks for somebody: they chose its words', async () => {
    const scope = { channelIds: [account.id] }
    const made = { name: 'À deux', scope, steps: steps([ids.sofia, ids.camille]) }
    const { body: approvalRule } = await camille.post('/approval-rules', made)
    const post = await articleOf(camille, 'Écrit ailleurs')
    expect(await approves(camille, post.id)).toMatchObject({
      status: 403,
      body: { code: 'approval.own_post' },
    })
    await camille.delete(`/approval-rules/${approvalRule.id}`)
  })

  test('is approved by who set it up and could publish alone, where nobody else is asked for', async () => {
    const post = await articleOf(camille, 'Mon fil')
    const { body } = await camille.get(`/posts/${post.id}/approval`)
    expect(body.approval).toMatchObject({ mayDecide: true, steps: [{ stuck: false }] })
    expect(await approves(camille, post.id)).toMatchObject({ status: 200 })
  })

  test('set up by somebody who may not publish alone always waits', async () => {
    expect(await articleOf(yanis, 'Par Yanis', { mode: 'schedule' })).toMatchObject({
      status: 'in-review',
    })
  })

  test('is not set up for an account that is not theirs', async () => {
    await camille.patch(`/members/${ids.yanis}`, { channelIds: [] })
    const answer = await yanis.post('/feed-rules', input())
    expect(answer).toMatchObject({ status: 403, body: { errors: [{ pointer: '/channelIds/0' }] } })
  })
})
