import { describe, expect, test } from 'vitest'
import { signIn, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { sharedData } from '#connectors/_contract/suite/shared-data.ts'
import { watched } from '#connectors/_contract/suite/watch.ts'
import { metaChecker } from '#connectors/_meta/spec.ts'
import kit from './contract.ts'
import instagram from './index.ts'
import { openAccount } from './testing.ts'

const { publish, inbox, metrics, connect } = instagram
if (!publish || !inbox || !metrics) throw new Error('Instagram does less than it did')

const specs = sharedData('specs', 'meta/api_specs/specs')

describe.skipIf(!specs)('every request is one that Meta describes', () => {
  const check = metaChecker(specs ?? '', [
    { path: /^\/me\/subscribed_apps$/, node: 'Page' },
    { path: /^\/me\/accounts$/, node: 'User' },
    { path: /^\/me\/(?:conversations|messages)$/, node: 'Page' },
    { path: /^\/t_1\//, node: 'UnifiedThread' },
    { path: /^\/17841400000000001(\/|$)/, node: 'IGUser' },
    { path: /^\/\d+\/replies$/, node: 'IGComment' },
    { path: /^\/\d+/, node: 'IGMedia' },
  ])

  test('and a request that is not would be seen', () => {
    const asked = (method: string, address: string, body?: object) =>
      check({
        method,
        url: new URL(`https://graph.facebook.com/v26.0${address}`),
        body: body && JSON.stringify(body),
      })
    const media = '/17841400000000001/media'
    expect(asked('POST', media, { image_uri: 'https://a.fr' })).not.toEqual([])
    expect(asked('GET', `${media}?fields=id,colour`)).not.toEqual([])
    expect(asked('GET', '/179/insights?metric=reach,impressiveness')).not.toEqual([])
    expect(asked('GET', '/179/insights')).not.toEqual([])
    expect(asked('GET', '/179/insights?metric=reach,views')).toEqual([])
  })

  test('connecting, publishing, reading, answering, counting and removing', async () => {
    const desk = await openAccount()
    const { tools, asked } = watched(desk.tools)
    const { account } = value(await signIn(instagram, kit, tools, {}))
    value(await connect.check(tools, account))
    const table = await pictureOf('Une table', 4, 3)
    const film = { file: new Blob(['film']), type: 'video/mp4', width: 9, height: 16, seconds: 5 }
    const first = desk.delivery('Une vue')
    const sent = value(await publish.publish(tools, account, first))
    desk.network.speak?.('Combien ?', sent.remoteId)
    desk.network.write('Bonjour')
    const { items } = value(await inbox.read(tools, account, null))
    const [replyTo, inPrivate] = ['comment', 'message'].map((kind) => {
      const { remoteId = '', data = {} } = items.find((item) => item.kind === kind) ?? {}
      return { remoteId, data }
    })
    const deliveries = [
      desk.delivery('Deux vues', { images: [table, table] }),
      desk.delivery('Un reel', { video: { ...film, alt: '', poster: table } }),
      desk.delivery('', { images: [table], options: { form: 'story' } }),
      desk.delivery('Premier commentaire', { replyTo: { remoteId: sent.remoteId } }),
      desk.delivery('Réponse', { replyTo }),
      desk.delivery('En privé', { replyTo: inPrivate }),
    ]
    for (const delivery of deliveries) {
      value(await publish.publish(tools, account, delivery))
      value(await publish.confirm(tools, account, delivery))
    }
    value(await metrics.posts(tools, account, [sent.remoteId]))
    value(await metrics.channel(tools, account))
    value(await publish.remove(tools, account, sent))
    // The state of a container is described nowhere: only that of a post is.
    const described = asked.filter(({ url }) => url.searchParams.get('fields') !== 'status_code')
    expect(described.flatMap((request) => check(request))).toEqual([])
    expect(described.length).toBeGreaterThan(30)
  })
})
