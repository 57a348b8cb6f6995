import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadConnectors } from '#connectors/_contract/registry.ts'
import { answerOf } from '#connectors/_contract/suite/recorded.ts'
import { type Answering, answersTable, isBlind, waysOf } from './answers-table.ts'
import { type Heard, kitOf, openNetwork, type Played } from './open-network.ts'

// Found on disk: a network that is added answers as the others do, or says in docs/answers.md why it does not.
const networks: Answering[] = []
for (const connector of (await loadConnectors()).values())
  if (connector.manifest.capabilities.inbox && !connector.manifest.plays)
    networks.push({ connector, kit: await kitOf(connector.manifest.id) })

test('docs/answers.md says what is proved here', async () => {
  const file = path.resolve(import.meta.dirname, '../../../docs/answers.md')
  await expect(answersTable(networks)).toMatchFileSnapshot(file)
})

describe.each(networks.map((one) => [one.connector.manifest.name, one] as const))(
  '%s',
  (_, network) => {
    for (const { way, fate } of waysOf(network))
      describe(way, () => {
        let played: Played
        beforeAll(async () => {
          if (fate !== 'elsewhere') played = await openNetwork(network.connector)
        })
        // Forty desks open at once are more than a server of usual settings has connections for.
        afterAll(() => (fate === 'elsewhere' ? undefined : played.desk.close()))
        const hear = () => played.hear(mine('Combien ?'), way)
        if (fate === 'leaves') leaving(network, () => played, hear)
        if (fate === 'refused') refusing(() => played, hear)
        if (fate === 'elsewhere')
          test('there is no network between: its own test walks it through the desk', () => {
            const { id } = network.connector.manifest
            const file = `../../../src/connectors/${id}/${id}.real.test.ts`
            expect(existsSync(path.resolve(import.meta.dirname, file))).toBe(true)
          })
      })
  },
)

const mine = (words: string) => `${words} ${randomUUID().slice(0, 8)}`

function leaving(network: Answering, desk: () => Played, hear: () => Promise<Heard>) {
  const found = isBlind(network) ? 'unknown 1' : 'published 1'

  test('an answer leaves once, under what it answers, however often it is asked for', async () => {
    const played = desk()
    const to = await hear()
    const text = mine('Deux cents euros')
    const key = randomUUID()
    await Promise.all([played.answer(to, text, key), played.answer(to, text, key)])
    await played.pass(to)
    await played.answer(to, text, key)
    await played.desk.settle()
    expect(await outcome(played, to, text)).toBe('published 1')
    expect(played.seen(text)).toMatchObject([{ replyTo: to.remoteId }])
    // Read again a minute later, what we said is no news.
    played.desk.clock.advance(61_000)
    await played.desk.settle()
    const { thread } = await played.read(to)
    expect(thread.filter((one) => one.text.includes(text))).toHaveLength(1)
  })

  test('its network took it and the answer was lost: found, or a person is asked; never sent again', async () => {
    const played = desk()
    const to = await hear()
    const text = mine('En noyer aussi')
    played.meets('timeout-after')
    await played.answer(to, text)
    await played.pass(to)
    expect(await outcome(played, to, text)).toBe(found)
    await told(played, to)
  })

  test('the same, where the network cannot be read back at first', async () => {
    const played = desk()
    const to = await hear()
    const text = mine('Sur mesure')
    const down = () => ({ answer: new Response('{}', { status: 503 }) })
    // Where nothing can be read, nothing is.
    played.meets('reset-after', isBlind(network) ? [] : [down(), down()])
    await played.answer(to, text)
    await played.pass(to)
    expect(await outcome(played, to, text)).toBe(found)
    await told(played, to)
  })

  test('it was lost on its way: it leaves after all, or a person is asked', async () => {
    const played = desk()
    const to = await hear()
    const text = mine('Vendredi')
    played.meets('lost')
    await played.answer(to, text)
    await played.pass(to)
    expect(await outcome(played, to, text)).toBe(isBlind(network) ? 'unknown 0' : 'published 1')
    await told(played, to)
  })

  const { parentGone } = network.kit
  if (parentGone === 'accepts') return
  test('what it answers was deleted meanwhile: a person is told', async () => {
    const played = desk()
    const to = await hear()
    const text = mine('Trop tard')
    played.meets({ answer: answerOf(parentGone ?? { status: 404, headers: {}, body: {} }) })
    await played.answer(to, text)
    await played.pass(to)
    expect(await outcome(played, to, text)).toBe('failed 0')
    await told(played, to)
    const { delivery } = await played.standing(to, 'fr')
    // In the reader's words, not in the network's.
    expect(delivery?.trouble).toMatch(/n’est plus|n’existe plus|supprimé|n’accepte plus/)
    expect(await played.isConnected()).toBe(true)
  })
}

function refusing(desk: () => Played, hear: () => Promise<Heard>) {
  test('it is known before anything is written, and nothing leaves', async () => {
    const played = desk()
    const to = await hear()
    const view = await played.read(to)
    const why = view.answeredThere ?? view.cannotReply
    expect(why).toMatch(/[.!?…]$/)
    const text = mine('Quand même')
    const { status, body } = await played.answer(to, text)
    expect([409, 422]).toContain(status)
    expect(JSON.stringify(body)).toContain(why)
    await played.desk.settle()
    expect(played.seen(text)).toEqual([])
    expect((await played.read(to)).thread).toHaveLength(view.thread.length)
  })
}

/** How an answer stands, and how often it is there. */
async function outcome(played: Played, to: Heard, text: string): Promise<string> {
  const { delivery } = await played.standing(to)
  return `${delivery?.state} ${played.seen(text).length}`
}

/** Whoever reads is told in both languages what is the matter, unless it is simply there. */
async function told(played: Played, to: Heard): Promise<void> {
  const [en, fr] = [await played.standing(to, 'en'), await played.standing(to, 'fr')]
  const { state, trouble, actions } = en.delivery ?? {}
  if (state === 'published') {
    expect(trouble).toBeNull()
    return
  }
  expect(trouble).toMatch(/[.!?…]$/)
  expect(fr.delivery?.trouble).toMatch(/[.!?…]$/)
  expect(fr.delivery?.trouble).not.toBe(trouble)
  expect(actions).toContain('retry')
}
