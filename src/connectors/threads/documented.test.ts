import { describe, expect, test } from 'vitest'
import { signIn, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { watched } from '#connectors/_contract/suite/watch.ts'
import kit from './contract.ts'
import threads from './index.ts'
import { problemsOf } from './documented.ts'
import { openProfile } from './testing.ts'

const { publish, inbox, metrics, connect } = threads
if (!publish || !inbox || !metrics) throw new Error('Threads does less than it did')

describe('every request is one that the documentation shows', () => {
  test('and a request that is not would be seen', () => {
    const asked = (method: string, address: string, form?: Record<string, string>) =>
      problemsOf({
        method,
        url: new URL(`https://graph.threads.com${address}`),
        body: form && new URLSearchParams(form).toString(),
      })
    expect(asked('POST', '/v1.0/26/threads', { media_type: 'AUDIO' })).not.toEqual([])
    expect(asked('POST', '/v1.0/26/threads', { media_type: 'TEXT', txt: 'x' })).not.toEqual([])
    expect(asked('POST', '/v1.0/26/threads', { text: 'x' })).not.toEqual([])
    expect(asked('GET', '/v1.0/26/insights?metric=impressions')).not.toEqual([])
    expect(asked('GET', '/v1.0/26/nowhere')).not.toEqual([])
    expect(asked('GET', '/v1.0/26/threads?fields=id,colour&access_token=x')).not.toEqual([])
    expect(
      asked('POST', '/v1.0/26/threads', { media_type: 'TEXT', text: 'x', access_token: 'x' }),
    ).toEqual([])
  })

  test('connecting, publishing, reading, answering, counting, renewing and removing', async () => {
    const desk = await openProfile()
    const { tools, asked } = watched(desk.tools)
    const { account } = value(await signIn(threads, kit, tools, {}))
    const table = await pictureOf('Une table', 4, 3)
    const film = { file: new Blob(['film']), type: 'video/mp4', width: 9, height: 16, seconds: 5 }
    const first = desk.delivery('Des mots', { options: { topicTag: 'Bois' } })
    const sent = value(await publish.publish(tools, account, first))
    desk.network.speak?.('Combien ?', sent.remoteId)
    desk.network.speak?.('@ateliermorel bonjour', null)
    const { items } = value(await inbox.read(tools, account, null))
    const poll = { choices: ['Chêne', 'Noyer'], minutes: 1440, multiple: false }
    const deliveries = [
      desk.delivery('Deux vues', { images: [table, table] }),
      desk.delivery('Une vue', { images: [table] }),
      desk.delivery('Un film', { video: { ...film, alt: 'Le rabot' } }),
      desk.delivery('Lequel ?', { poll }),
      ...items.map(({ remoteId }) => desk.delivery('Réponse', { replyTo: { remoteId } })),
    ]
    for (const delivery of deliveries) {
      value(await publish.publish(tools, account, delivery))
      value(await publish.confirm(tools, account, delivery))
    }
    value(await metrics.posts(tools, account, [sent.remoteId]))
    value(await metrics.channel(tools, account))
    value((await connect.refresh?.(tools, account)) ?? no)
    value(await publish.remove(tools, account, sent))
    expect(asked.flatMap((request) => problemsOf(request))).toEqual([])
    expect(asked.length).toBeGreaterThan(40)
  })
})

const no = { ok: false, failure: { kind: 'transient', detail: 'not implemented' } } as const
