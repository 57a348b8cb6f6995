import { describe, expect, test } from 'vitest'
import { value } from '#connectors/_contract/suite/desk.ts'
import threads from './index.ts'
import { openProfile } from './testing.ts'

const { publish, inbox } = threads
if (!publish || !inbox) throw new Error('Threads does less than it did')

describe('what Threads tells by itself', () => {
  /** The body of a call: the very words that the lists show. */
  async function told(field: 'replies' | 'mentions') {
    if (!publish || !inbox) throw new Error('Threads does less than it did')
    const { tools, account, network, delivery } = await openProfile()
    const ours = value(await publish.publish(tools, account, delivery('Un banc')))
    network.speak?.('Combien ?', field === 'replies' ? ours.remoteId : null)
    const { items } = value(await inbox.read(tools, account, null))
    const path =
      field === 'replies' ? `${ours.remoteId}/conversation` : `${account.remoteId}/mentions`
    const url = `https://graph.threads.com/v1.0/${path}?access_token=${account.secrets['accessToken']}`
    const { data } = (await (await tools.fetch(url)).json()) as { data: Record<string, unknown>[] }
    const owned = field === 'replies' ? { root_post: { id: ours.remoteId } } : {}
    const body = { field, value: { ...data[0], ...owned } }
    return { items, account, event: { key: 'k', account: account.remoteId, body } }
  }

  test.each(['replies', 'mentions'] as const)(
    '%s are those that reading brings, to the letter: nothing appears twice',
    async (field) => {
      const { items, account, event } = await told(field)
      expect(threads.webhook?.read(event, account)).toEqual({ inbound: items, soon: [] })
      expect(items).toHaveLength(1)
    },
  )

  test('is nothing new when the words are our own, and is read at once when they are missing', async () => {
    const { account, event } = await told('replies')
    const said = (value: object) =>
      threads.webhook?.read(
        { ...event, body: { field: 'replies', value: { ...event.body.value, ...value } } },
        account,
      )
    expect(said({ username: account.handle })).toEqual({ inbound: [], soon: [] })
    expect(said({ timestamp: 'yesterday' })).toEqual({ inbound: [], soon: ['inbox'] })
  })
})
