import { expect, test } from 'vitest'
import type { Connector } from '../connector.ts'
import { type Desk, openDesk, value } from './desk.ts'
import type { ContractKit } from './kit.ts'
import { sinceRules, troubleRules } from './read-rules.ts'
import { when } from './when.ts'

/** What people say to us comes in whole, in order, with what an answer needs. */
export function inboxRules(connector: Connector, kit: ContractKit): void {
  const { inbox, publish } = connector
  if (!inbox) return
  const read = (desk: Desk, cursor: string | null) => inbox.read(desk.tools, desk.account, cursor)
  const speak = (desk: Desk, words: string) => void desk.network.speak?.(words, null)

  sinceRules(connector, kit, 'mentions', read, speak)
  // What visitors write is in the desk's own database: nothing is asked of anybody.
  if (!connector.site)
    troubleRules(connector, kit, 'the inbox', { read: (desk) => read(desk, null) })

  test('who speaks, where and when is known of each', async () => {
    const desk = await openDesk(connector, kit)
    speak(desk, 'Bonjour')
    const [item] = value(await read(desk, null)).items
    expect(item?.author.remoteId).not.toBe('')
    expect(item?.author.handle).not.toBe('')
    expect(item?.author.name).not.toBe('')
    expect(item?.at.getTime()).toBeGreaterThan(0)
    expect(item?.threadId).not.toBe('')
  })

  const { find } = inbox
  const finds = find && connector.listen && publish
  when(Boolean(finds))('what was found elsewhere is what the inbox would tell', async () => {
    const desk = await openDesk(connector, kit)
    speak(desk, 'Bonjour à tous')
    const [told] = value(await read(desk, null)).items
    if (!find || !told?.url) return expect.unreachable('nothing to find')
    expect(value(await find(desk.tools, desk.account, { ...told, url: told.url }))).toEqual(told)
    const gone = { remoteId: `${told.remoteId}-gone`, url: `${told.url}-gone` }
    expect(await find(desk.tools, desk.account, gone)).toMatchObject({
      ok: false,
      failure: { kind: 'rejected' },
    })
  })

  const hasAnswers = Boolean(publish) && kit.answersPosts !== false
  when(hasAnswers)('answers to one post share a thread and name the post', async () => {
    const desk = await openDesk(connector, kit)
    const sent = await publish?.publish(desk.tools, desk.account, desk.delivery('Un banc neuf'))
    const ours = sent?.ok ? sent.value.remoteId : ''
    desk.network.speak?.('Joli', ours)
    desk.clock.advance(1000)
    desk.network.speak?.('Combien ?', ours)
    const { items } = value(await read(desk, null))
    expect(items.map(({ kind, inReplyTo }) => [kind, inReplyTo])).toEqual([
      ['comment', ours],
      ['comment', ours],
    ])
    expect(new Set(items.map(({ threadId }) => threadId)).size).toBe(1)
  })
}
