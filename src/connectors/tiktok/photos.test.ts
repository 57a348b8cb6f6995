import { describe, expect, test } from 'vitest'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import tiktok from './index.ts'
import { openAccount } from './testing.ts'

const { publish } = tiktok
if (!publish) throw new Error('TikTok does less than it did')

const isPhotos = ({ url }: { url: URL }) => url.pathname.endsWith('/content/init/')

describe('photos', () => {
  test('are refused with a sentence where nobody outside can reach the desk', async () => {
    const { tools, account, delivery } = await openAccount()
    const { addressOf: _, ...unreachable } = tools
    expect(failure(await publish.publish(unreachable, account, delivery('Vu')))).toMatchObject({
      field: 'images',
      reason: { fr: expect.stringContaining('adresse publique') },
    })
  })

  test('whose answer was lost are found in the list, or a person is asked: never sent again', async () => {
    const { tools, account, delivery, network, faults, withKept } = await openAccount()
    const post = delivery('Le banc')
    faults.next(isPhotos, 'timeout-after')
    network.moderating = true
    expect(failure(await publish.publish(tools, account, post)).kind).toBe('unknown-outcome')
    expect(failure(await publish.confirm(tools, account, withKept(post))).kind).toBe('transient')
    network.moderating = false
    const found = value(await publish.confirm(tools, account, withKept(post)))
    expect(found?.remoteId).toBe(network.published?.()[0]?.remoteId)
  })

  test('that were refused leave no doubt behind', async () => {
    const { tools, account, delivery, faults, withKept } = await openAccount()
    const post = delivery('Le banc')
    faults.next(isPhotos, { answer: new Response('{}', { status: 429 }) })
    expect(failure(await publish.publish(tools, account, post)).kind).toBe('rate')
    expect(value(await publish.confirm(tools, account, withKept(post)))).toBeNull()
  })

  test('whose number was heard are never asked for twice', async () => {
    const { tools, account, delivery, network, withKept } = await openAccount()
    const post = delivery('Le banc')
    const first = value(await publish.publish(tools, account, post))
    const second = value(await publish.publish(tools, account, withKept(post)))
    expect(second.remoteId).toBe(first.remoteId)
    expect(network.begun).toHaveLength(1)
  })
})
