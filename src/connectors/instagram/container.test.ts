import { describe, expect, test } from 'vitest'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import instagram from './index.ts'
import { isPublishing, keeping, openAccount } from './testing.ts'

const { publish } = instagram
if (!publish) throw new Error('Instagram does less than it did')

describe('a container that was written down', () => {
  test('is known before it is published', async () => {
    const { tools, account, delivery, faults } = await openAccount()
    const post = delivery('Noté')
    faults.next(isPublishing, 'unsent')
    failure(await publish.publish(keeping(tools, post), account, post))
    expect(post.kept).toMatchObject({ container: expect.stringMatching(/^\d+$/) })
  })

  test('that did not leave tells so for certain, and the next attempt goes on with it', async () => {
    const { tools, account, delivery, faults, network } = await openAccount()
    const post = delivery('Reprise')
    faults.next(isPublishing, 'lost')
    const failed = failure(await publish.publish(keeping(tools, post), account, post))
    expect(failed.kind).toBe('unknown-outcome')
    expect(value(await publish.confirm(tools, account, post))).toBeNull()
    const sent = value(await publish.publish(keeping(tools, post), account, post))
    expect(network.containersMade).toHaveLength(1)
    expect(network.published?.()).toMatchObject([{ remoteId: sent.remoteId }])
  })

  test('that left is never published again, even when nobody reads back first', async () => {
    const { tools, account, delivery, faults, network } = await openAccount()
    const post = delivery('Une seule fois')
    faults.next(isPublishing, 'timeout-after')
    failure(await publish.publish(keeping(tools, post), account, post))
    const again = value(await publish.publish(keeping(tools, post), account, post))
    expect(network.published?.()).toMatchObject([{ remoteId: again.remoteId }])
  })

  test('that left and is not seen yet is a doubt, never a second post', async () => {
    const { tools, account, delivery, faults } = await openAccount()
    const post = delivery('Pas encore vue')
    faults.next(isPublishing, 'timeout-after')
    failure(await publish.publish(keeping(tools, post), account, post))
    for (const ask of [publish.confirm, publish.publish]) {
      const isList = ({ url, method }: { url: URL; method: string }) =>
        method === 'GET' && url.pathname.endsWith('/media')
      faults.next(isList, { answer: Response.json({ data: [] }) })
      expect(failure(await ask(tools, account, post)).kind).toBe('unknown-outcome')
    }
  })

  test('is left aside when the words were corrected since', async () => {
    const { tools, account, delivery, faults, network } = await openAccount()
    const post = delivery('Avec une fote')
    faults.next(isPublishing, 'unsent')
    failure(await publish.publish(keeping(tools, post), account, post))
    const corrected = { ...post, text: 'Sans faute' }
    value(await publish.publish(keeping(tools, corrected), account, corrected))
    expect(network.published?.()).toMatchObject([{ text: 'Sans faute' }])
  })

  test('that Instagram has lost is made anew', async () => {
    const { tools, account, delivery, network } = await openAccount()
    const post = delivery('Refaite', { kept: { container: '999', of: 'x' } })
    value(await publish.publish(keeping(tools, post), account, post))
    expect(network.published?.()).toHaveLength(1)
  })
})
