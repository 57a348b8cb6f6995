import { expect, test } from 'vitest'
import { openTestDesk } from '#support/desk.ts'

const desk = await openTestDesk({ now: '2026-11-23T15:00:00+01:00' })
const real = await desk.signUp()
await desk.listen()
const shop = real.of((await real.post('/practice')).body.id)

const alerts = async () => (await shop.get('/alerts')).body

test('a practice company knows what is usual from its first day, and is not alerted of its past', async () => {
  await desk.settle()
  const { alerts: list, watched, silent } = await alerts()
  expect(list).toEqual([])
  expect(silent).toEqual([])
  expect(watched[0]).toMatchObject({ query: { name: 'Our name' }, state: 'watched' })
})

test('a staged crisis rings within two minutes, says what of, and leads to people who do not exist', async () => {
  const began = desk.clock.now().getTime()
  const staged = await shop.post('/practice/crises')
  expect(staged.status).toBe(201)
  expect(staged.body.posts).toBeGreaterThan(10)
  await desk.settle()
  const [alert] = (await alerts()).alerts
  expect(alert).toMatchObject({ state: 'open' })
  expect(new Date(alert.openedAt).getTime() - began).toBeLessThan(120_000)
  expect(alert.facts.first.url).toContain('/_sandbox/')
  expect(desk.letters).toEqual([])
})

test('a real company cannot stage one', async () => {
  const { status, body } = await real.post('/practice/crises')
  expect(status).toBe(409)
  expect(body.code).toBe('practice.real_company')
})
