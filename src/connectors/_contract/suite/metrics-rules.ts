import { expect, test } from 'vitest'
import type { Connector } from '../connector.ts'
import { type Desk, openDesk, value } from './desk.ts'
import type { ContractKit } from './kit.ts'
import { type Reading, troubleRules } from './read-rules.ts'
import { when } from './when.ts'

/** Counts are the network's own, and only those that the manifest promises. */
export function metricsRules(connector: Connector, kit: ContractKit): void {
  const { metrics, publish, manifest } = connector
  if (!metrics || !publish) return

  // What every network that counts has one of.
  const counted = manifest.metrics.post.includes('likes') ? 'likes' : 'replies'
  const react = (desk: Desk, remoteId: string) =>
    counted === 'likes'
      ? desk.network.like?.(remoteId)
      : void desk.network.speak?.('Joli', remoteId)

  when(manifest.metrics.post.includes(counted))(
    `${counted} are counted; a post that is gone is left out`,
    async () => {
      const desk = await openDesk(connector, kit)
      const ids: string[] = []
      for (const words of ['Aimée', 'Pas encore', 'Retirée']) {
        desk.clock.advance(1000)
        const sent = value(await publish.publish(desk.tools, desk.account, desk.delivery(words)))
        ids.push(sent.remoteId)
      }
      const [liked = '', quiet = '', gone = ''] = ids
      react(desk, liked)
      if (desk.network.takeOff) desk.network.takeOff(gone)
      else value(await publish.remove(desk.tools, desk.account, { remoteId: gone }))
      const counts = value(await metrics.posts(desk.tools, desk.account, ids))
      expect(counts[liked]?.[counted]).toBe(1)
      expect(counts[quiet]?.[counted]).toBe(0)
      expect(Object.keys(counts).toSorted()).toEqual([liked, quiet].toSorted())
      const told = Object.values(counts).flatMap((one) => Object.keys(one))
      expect(manifest.metrics.post).toEqual(expect.arrayContaining([...new Set(told)]))
    },
  )

  when(manifest.metrics.post.length > 0)(
    'sixty posts are counted whatever the network gives at a time',
    async () => {
      const desk = await openDesk(connector, kit)
      const ids: string[] = []
      for (let n = 0; n < 60; n++) {
        const delivery = desk.delivery(`Publication ${n}`)
        ids.push(value(await publish.publish(desk.tools, desk.account, delivery)).remoteId)
      }
      const counts = value(await metrics.posts(desk.tools, desk.account, ids))
      expect(Object.keys(counts)).toHaveLength(60)
    },
  )

  test('of no post there is nothing to ask', async () => {
    const desk = await openDesk(connector, kit)
    const before = desk.faults.asked.length
    expect(value(await metrics.posts(desk.tools, desk.account, []))).toEqual({})
    expect(desk.faults.asked).toHaveLength(before)
  })

  test('the account has the counts that the manifest promises', async () => {
    const desk = await openDesk(connector, kit)
    const counts = value(await metrics.channel(desk.tools, desk.account))
    for (const metric of manifest.metrics.channel)
      expect(counts[metric], metric).toBeTypeOf('number')
  })

  // The counts of letters are the desk's own.
  if (connector.letters) return
  if (manifest.metrics.channel.length > 0) {
    const read = ({ tools, account }: Desk) => metrics.channel(tools, account)
    troubleRules(connector, kit, 'the counts', { read })
    return
  }
  if (manifest.metrics.post.length === 0) return
  // A network that counts nothing of an account is asked for those of a post.
  const reading: Reading = {
    before: async ({ tools, account, delivery }) =>
      value(await publish.publish(tools, account, delivery('Vue'))).remoteId,
    read: ({ tools, account }, remoteId) => metrics.posts(tools, account, [remoteId]),
  }
  troubleRules(connector, kit, 'the counts', reading)
}
