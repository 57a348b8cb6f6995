import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Tools } from '#connectors/_contract/connector.ts'
import { openDesk, signIn, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { sharedData } from '#connectors/_contract/suite/shared-data.ts'
import { type Discovery, discoveryChecker } from '#connectors/_google/discovery.ts'
import { scope } from './app.ts'
import kit from './contract.ts'
import youtube from './index.ts'

const { publish, inbox, metrics, connect } = youtube
if (!publish || !inbox || !metrics) throw new Error('YouTube does less than it did')

const no = { ok: false, failure: { kind: 'transient', detail: 'not implemented' } } as const

const spec = sharedData('specs', 'google/youtube.v3.json')

describe.skipIf(!spec)('every request is one that YouTube describes', () => {
  const checker = () =>
    discoveryChecker(JSON.parse(readFileSync(spec ?? '', 'utf8')) as Discovery, scope)

  test('and a request that is not would be seen', () => {
    const check = checker()
    const url = (path: string) => new URL(`https://youtube.googleapis.com/youtube/v3/${path}`)
    expect(check({ method: 'GET', url: url('videos?id=1&colour=green') })).toHaveLength(2)
    expect(check({ method: 'GET', url: url('channels?part=id&maxResults=51') })).toHaveLength(1)
    const body = { status: { privacyStatus: 'secret' }, snippet: { tags: 'bois', colour: 'green' } }
    expect(check({ method: 'POST', url: url('videos?part=status'), body })).toHaveLength(3)
    expect(check({ method: 'POST', url: url('channels/list') })).toHaveLength(1)
  })

  test('connecting, publishing, reading back, commenting, counting, renewing and leaving', async () => {
    const check = checker()
    const desk = await openDesk(youtube, kit)
    const problems: string[] = []
    let checked = 0
    const fetch: Tools['fetch'] = async (address, init = {}) => {
      const url = new URL(address)
      // What follows the announcement of an upload goes to an address that YouTube makes.
      if (url.host === 'youtube.googleapis.com' && !url.searchParams.has('upload_id')) {
        checked++
        const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined
        problems.push(...check({ method: init.method ?? 'GET', url, body }))
      }
      return desk.tools.fetch(address, init)
    }
    const tools = { ...desk.tools, fetch }
    const { account } = value(await signIn(youtube, kit, tools, {}))
    const film = { width: 160, height: 90, seconds: 5, alt: '' }
    const file = new Blob(['film'])
    const video = { file, type: 'video/mp4', ...film, poster: await pictureOf('', 32, 18) }
    const options = { title: 'Le rabot', tags: ['bois'], privacy: 'private', forKids: true }
    const delivery = desk.delivery('À l’établi', { video, options })
    const sent = value(await publish.publish(tools, account, delivery))
    value(await publish.confirm(tools, account, delivery))
    const top = desk.network.speak?.('Combien ?', sent.remoteId) ?? ''
    for (const words of ['Un', 'Deux', 'Trois']) desk.network.speak?.(words, top)
    value(await inbox.read(tools, account, null))
    for (const remoteId of [sent.remoteId, top]) {
      const said = desk.delivery('Merci', { replyTo: { remoteId } })
      const comment = value(await publish.publish(tools, account, said))
      value(await publish.confirm(tools, account, said))
      value(await publish.remove(tools, account, comment))
    }
    value(await metrics.posts(tools, account, [sent.remoteId]))
    value(await metrics.channel(tools, account))
    value((await connect.refresh?.(tools, account)) ?? no)
    value(await publish.remove(tools, account, sent))
    expect(problems).toEqual([])
    expect(checked).toBeGreaterThan(12)
  })
})
