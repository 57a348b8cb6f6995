import { describe, expect, test } from 'vitest'
import type { Outgoing, Tools } from '#connectors/_contract/connector.ts'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import threads from './index.ts'
import { openProfile } from './testing.ts'

const { publish } = threads
if (!publish) throw new Error('Threads does less than it did')

describe('a container that was written down', () => {
  const keeping = (tools: Tools, delivery: Outgoing): Tools => ({
    ...tools,
    keep: async (facts) => {
      delivery.kept = JSON.parse(JSON.stringify(facts)) as Record<string, unknown>
    },
  })
  const isPublishing = ({ url }: { url: URL }) => url.pathname.endsWith('/threads_publish')

  test.each(['lost', 'unsent'] as const)('(%s) is gone on with', async (fault) => {
    const { tools, account, delivery, faults, network } = await openProfile()
    const post = delivery('Reprise')
    faults.next(isPublishing, fault)
    failure(await publish.publish(keeping(tools, post), account, post))
    expect(value(await publish.confirm(tools, account, post))).toBeNull()
    value(await publish.publish(keeping(tools, post), account, post))
    expect(network.containersMade).toHaveLength(1)
    expect(network.published?.()).toHaveLength(1)
  })

  test('that left is never published again, even when nobody reads back first', async () => {
    const { tools, account, delivery, faults, network } = await openProfile()
    const post = delivery('Une seule fois')
    faults.next(isPublishing, 'timeout-after')
    failure(await publish.publish(keeping(tools, post), account, post))
    const again = value(await publish.publish(keeping(tools, post), account, post))
    expect(network.published?.()).toMatchObject([{ remoteId: again.remoteId }])
  })
})
