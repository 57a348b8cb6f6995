import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Tools } from '#connectors/_contract/connector.ts'
import { openDesk, signIn, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { sharedData } from '#connectors/_contract/suite/shared-data.ts'
import { type Discovery, discoveryChecker } from '#connectors/_google/discovery.ts'
import { scope } from './app.ts'
import kit from './contract.ts'
import { problemsOf } from './documented.ts'
import google from './index.ts'

const { publish, inbox, connect } = google
if (!publish || !inbox) throw new Error('Google Business does less than it did')

const specs = ['mybusinessaccountmanagement.v1', 'mybusinessbusinessinformation.v1'].map((name) =>
  sharedData('specs', `google/${name}.json`),
)

describe.skipIf(specs.includes(null))('every request is one that Google describes', () => {
  const checkers = specs.map((file) => {
    const document = JSON.parse(readFileSync(file ?? '', 'utf8')) as Discovery
    return { host: new URL(document.rootUrl).host, check: discoveryChecker(document, scope) }
  })
  const problemsIn = (method: string, url: URL, body?: unknown) =>
    checkers.find(({ host }) => host === url.host)?.check({ method, url, body }) ??
    problemsOf(method, url, body)

  test('and a request that is not would be seen', () => {
    const information = 'https://mybusinessbusinessinformation.googleapis.com/v1/'
    const list = new URL(`${information}accounts/1/locations?pageSize=many&colour=green`)
    expect(problemsIn('GET', list)).toHaveLength(2)
    expect(problemsIn('GET', new URL(`${information}places/1`))).toHaveLength(1)
    const posts = new URL('https://mybusiness.googleapis.com/v4/accounts/1/locations/2/localPosts')
    expect(problemsIn('POST', posts, { topicType: 'NEWS', colour: 'green' })).toHaveLength(2)
  })

  test('connecting, publishing, reading back, answering, renewing and leaving', async () => {
    const desk = await openDesk(google, kit)
    const problems: string[] = []
    let checked = 0
    const fetch: Tools['fetch'] = async (address, init = {}) => {
      const url = new URL(address)
      if (url.host !== 'oauth2.googleapis.com') {
        checked++
        const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined
        problems.push(...problemsIn(init.method ?? 'GET', url, body))
      }
      return desk.tools.fetch(address, init)
    }
    const tools = { ...desk.tools, fetch }
    const { account } = value(await signIn(google, kit, tools, {}))
    value(await connect.check(tools, account))
    const images = [await pictureOf('Une table', 4, 3)]
    const when = { start: '2026-12-24 18:00', end: '2026-12-25' }
    const event = { kind: 'EVENT', title: 'Noël', ...when, action: 'CALL' }
    const offer = { kind: 'OFFER', title: 'Noël', ...when, code: 'NOEL', terms: 'Un' }
    const deliveries = [
      desk.delivery('Une image', { images, language: 'fr' }),
      desk.delivery('Un bouton', { options: { action: 'BOOK', link: 'https://morel.fr' } }),
      desk.delivery('Un événement', { options: event }),
      desk.delivery('Une offre', { options: offer }),
    ]
    for (const delivery of deliveries) {
      const sent = value(await publish.publish(tools, account, delivery))
      value(await publish.confirm(tools, account, delivery))
      value(await publish.remove(tools, account, sent))
    }
    for (let n = 0; n < 60; n++) desk.network.speak?.(`Avis ${n}`, null)
    const [review] = value(await inbox.read(tools, account, null)).items
    const replyTo = { remoteId: review?.remoteId ?? '' }
    const answer = desk.delivery('Merci', { replyTo })
    value(
      await publish.remove(tools, account, value(await publish.publish(tools, account, answer))),
    )
    expect(problems).toEqual([])
    expect(checked).toBeGreaterThan(15)
  })
})
