import { describe, expect, test } from 'vitest'
import type { Connector } from '../connector.ts'
import type { FailureKind } from '../failure.ts'
import { type Desk, failure, openDesk, value } from './desk.ts'
import type { Fault } from './fault.ts'
import type { ContractKit } from './kit.ts'
import { expectAbsent, expectFound } from './read-back.ts'
import { answerOf } from './recorded.ts'

/** Whatever happens on the way, the failure has its right name, and one delivery makes one post. */
export function publishFaults(connector: Connector, kit: ContractKit): void {
  const { publish } = connector
  if (!publish) return
  const isPost = kit.publishes ?? (() => false)

  async function sendThrough(desk: Desk, fault: Fault, words = 'Sous l’orage') {
    const delivery = desk.delivery(words)
    desk.faults.next(isPost, fault)
    const outcome = await publish?.publish(desk.tools, desk.account, delivery)
    if (!outcome) throw new Error('cannot happen: publish is there')
    return { delivery, outcome }
  }

  const status = (code: number, headers = {}) => ({
    answer: new Response('{}', { status: code, headers }),
  })
  const refused: [string, () => Fault, FailureKind][] = [
    ['401', () => status(401), 'auth'],
    ['403', () => status(403), 'rejected'],
    ['404', () => status(404), 'rejected'],
    ['429', () => status(429), 'rate'],
    ['500', () => status(500), 'unknown-outcome'],
    ['502', () => status(502), 'unknown-outcome'],
    ['504', () => status(504), 'unknown-outcome'],
    ['no connection', () => 'unsent', 'transient'],
    ['no answer', () => 'lost', 'unknown-outcome'],
    ['words that make no sense', () => ({ answer: new Response('<html>') }), 'unknown-outcome'],
  ]

  test.each(refused)('%s instead of a post is named as it should', async (_, fault, kind) => {
    const desk = await openDesk(connector, kit)
    const { delivery, outcome } = await sendThrough(desk, fault())
    expect(failure(outcome).kind).toBe(kind)
    await expectAbsent(connector, desk, delivery)
    value(await publish.publish(desk.tools, desk.account, delivery))
    expect(desk.network.published?.()).toHaveLength(1)
  })

  const accepted: [string, () => Fault][] = [
    ['a timeout', () => 'timeout-after'],
    ['a reset', () => 'reset-after'],
    ['500', () => ({ answerAfter: new Response('{}', { status: 500 }) })],
    ['502 in HTML', () => ({ answerAfter: new Response('<html>', { status: 502 }) })],
    ['an answer cut short', () => ({ answerAfter: new Response('{"id": "1') })],
  ]

  describe.each([
    ['our clock right', 0],
    ['our clock three minutes ahead', 180_000],
    ['our clock three minutes behind', -180_000],
  ])('%s', (_, aheadMs) => {
    test.each(accepted)(
      '%s after the network accepted: one post, and we find it',
      async (_, fault) => {
        const desk = await openDesk(connector, kit, aheadMs)
        const { delivery, outcome } = await sendThrough(desk, fault())
        // A connector may already have read back by itself.
        if (!outcome.ok) expect(outcome.failure.kind).toBe('unknown-outcome')
        expect(desk.network.published?.()).toHaveLength(1)
        const [post] = desk.network.published?.() ?? []
        await expectFound(connector, desk, delivery, post?.remoteId)
      },
    )
  })

  test('429 tells when: in seconds, at a date, or in a minute when it does not say', async () => {
    const desk = await openDesk(connector, kit)
    const now = desk.clock.now().getTime()
    const date = new Date(now + 300_000).toUTCString()
    const withHeaders: [Record<string, string>, number][] = [
      [{ 'retry-after': '120' }, 120_000],
      [{ 'retry-after': date, date: new Date(now).toUTCString() }, 300_000],
    ]
    const silent: [Record<string, string>, number] = [{}, 60_000]
    // A socket has no headers.
    const asked = kit.socket ? [silent] : [...withHeaders, silent]
    for (const [headers, ms] of asked) {
      const { outcome } = await sendThrough(desk, status(429, headers))
      const failed = failure(outcome)
      expect(failed.kind === 'rate' && failed.until.getTime() - now).toBe(ms)
    }
  })

  test.each(kit.refusals ?? [])('$name is $means', async ({ reply, means, field }) => {
    const desk = await openDesk(connector, kit)
    const { outcome } = await sendThrough(desk, { answer: answerOf(reply) })
    const failed = failure(outcome)
    expect(failed.kind).toBe(means)
    if (field) expect(failed).toMatchObject({ field })
  })
}
