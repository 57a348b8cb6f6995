import { describe, expect, test } from 'vitest'
import { openDesk, signIn, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { sharedData } from '#connectors/_contract/suite/shared-data.ts'
import { watched } from '#connectors/_contract/suite/watch.ts'
import { metaChecker } from '#connectors/_meta/spec.ts'
import kit from './contract.ts'
import facebook from './index.ts'

const { publish, inbox, metrics, connect } = facebook
if (!publish || !inbox || !metrics) throw new Error('Facebook does less than it did')

const specs = sharedData('specs', 'meta/api_specs/specs')

describe.skipIf(!specs)('every request is one that Meta describes', () => {
  const check = metaChecker(specs ?? '', [
    { path: /^\/me\/accounts$/, node: 'User' },
    { path: /^\/1001$/, node: 'Page' },
    { path: /^\/1001\//, node: 'Page' },
    { path: /^\/1001_\d+/, node: 'PagePost' },
    { path: /^\/t_1\//, node: 'UnifiedThread' },
    { path: /^\/\d+_\d+/, node: 'Comment' },
    { path: /^\/\d+$/, node: 'AdVideo' },
  ])

  test('and a request that is not would be seen', () => {
    const asked = (method: string, address: string, body?: unknown) =>
      check({ method, url: new URL(`https://graph.facebook.com/v26.0${address}`), body })
    expect(asked('GET', '/1001/nowhere')).not.toEqual([])
    expect(asked('GET', '/1001?fields=id,colour')).not.toEqual([])
    expect(asked('GET', '/1001/published_posts?fields=id,colour')).not.toEqual([])
    expect(asked('POST', '/1001/feed', JSON.stringify({ mesage: 'Bonjour' }))).not.toEqual([])
    expect(asked('POST', '/1001/messages', JSON.stringify({ message: {} }))).not.toEqual([])
    expect(asked('POST', '/1001/messages', messageOf('YELLING'))).not.toEqual([])
    expect(asked('POST', '/1001/messages', messageOf('RESPONSE'))).toEqual([])
  })

  test('connecting, publishing, reading, answering, counting and removing', async () => {
    const desk = await openDesk(facebook, kit)
    const { tools, asked } = watched(desk.tools)
    const { account } = value(await signIn(facebook, kit, tools, {}))
    value(await connect.check(tools, account))
    const poster = await pictureOf('Le rabot', 4, 3)
    const film = { file: new Blob(['film']), type: 'video/mp4', width: 4, height: 3, seconds: 2 }
    const words = desk.delivery('Un lien https://atelier-morel.fr')
    const first = value(await publish.publish(tools, account, words))
    desk.network.speak?.('Combien ?', first.remoteId)
    desk.network.speak?.('Bonjour', null)
    const { items } = value(await inbox.read(tools, account, null))
    const answers = items.map(({ remoteId, data }) =>
      desk.delivery('Réponse', { replyTo: { remoteId, data: data ?? {} } }),
    )
    const deliveries = [
      words,
      desk.delivery('Deux vues', { images: [poster, await pictureOf('', 4, 3)] }),
      desk.delivery('Un film', { video: { ...film, alt: '', poster } }),
      desk.delivery('Premier commentaire', { replyTo: { remoteId: first.remoteId } }),
      ...answers,
    ]
    for (const delivery of deliveries) {
      if (delivery !== words) value(await publish.publish(tools, account, delivery))
      value(await publish.confirm(tools, account, delivery))
    }
    value(await metrics.posts(tools, account, [first.remoteId]))
    value(await metrics.channel(tools, account))
    value(await publish.remove(tools, account, first))
    expect(asked.flatMap((request) => check(request))).toEqual([])
    expect(asked.length).toBeGreaterThan(30)
  })
})

const messageOf = (messaging_type: string) =>
  JSON.stringify({ recipient: { id: '1' }, messaging_type, message: { text: 'x' } })
