import { describe, expect, test } from 'vitest'
import { failure, openDesk, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { watchedDesk } from '#connectors/_contract/suite/watch.ts'
import { problemsOf } from '#connectors/_linkedin/documented.ts'
import kit from './contract.ts'
import profile from './index.ts'

const { publish, connect } = profile
if (!publish) throw new Error('LinkedIn does less than it did')

test('a person is known by their name alone', async () => {
  const { connected } = await openDesk(profile, kit)
  expect(connected).toMatchObject({
    account: { remoteId: 'urn:li:person:782bbtaQ', handle: 'Camille Morel' },
    kind: { en: 'Person' },
  })
})

test('asks for nothing that reads', async () => {
  const desk = await openDesk(profile, kit)
  const begun = await connect.begin?.(desk.tools, {}, 'https://vigie.example/back', 'a-state')
  const url = new URL(begun?.ok ? begun.value.url : 'https://nowhere.example')
  expect(url.searchParams.get('scope')).toBe('openid profile w_member_social')
})

describe('a post of which we do not know whether it left', () => {
  test('is found by its twin when it is sent again', async () => {
    const desk = await openDesk(profile, kit)
    const delivery = desk.delivery('Le banc est prêt')
    desk.faults.next(({ method }) => method === 'POST', 'timeout-after')
    const lost = await publish.publish(desk.tools, desk.account, delivery)
    expect(failure(lost).kind).toBe('unknown-outcome')
    desk.clock.advance(60_000)
    const again = value(await publish.publish(desk.tools, desk.account, delivery))
    expect(desk.network.published?.()).toMatchObject([{ remoteId: again.remoteId }])
    expect(again.publishedAt.getTime()).toBe(delivery.plannedAt.getTime())
  })

  test('is not taken for one that was there before', async () => {
    const desk = await openDesk(profile, kit)
    value(await publish.publish(desk.tools, desk.account, desk.delivery('Bonjour')))
    desk.clock.advance(30 * 60_000)
    const outcome = await publish.publish(desk.tools, desk.account, desk.delivery('Bonjour'))
    expect(failure(outcome)).toMatchObject({ kind: 'rejected', field: 'text' })
  })
})

test('every request is one that LinkedIn documents', async () => {
  const desk = await watchedDesk(profile, kit)
  const { tools, account } = desk
  const image = await pictureOf('Une table', 4, 3)
  const film = { width: 160, height: 90, seconds: 4, alt: '', poster: image }
  const video = { file: new Blob(['film']), type: 'video/mp4', ...film }
  const options = { visibility: 'CONNECTIONS', noReshare: true }
  const first = desk.delivery('Un texte', { options })
  const { remoteId } = value(await publish.publish(tools, account, first))
  for (const more of [{ images: [image, image] }, { video }, { replyTo: { remoteId } }]) {
    value(await publish.publish(tools, account, desk.delivery('Et aussi', more)))
  }
  value(await publish.remove(tools, account, { remoteId }))
  const asked = desk.sent.filter(({ url }) => url.pathname.startsWith('/rest/'))
  const problems = asked.flatMap(({ url, init }) => {
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined
    return problemsOf(init.method ?? 'GET', url.pathname, url.search.slice(1), body)
  })
  expect(problems).toEqual([])
  expect(asked.length).toBeGreaterThan(8)
  expect(JSON.parse(String(asked[0]?.init.body))).toMatchObject({
    author: 'urn:li:person:782bbtaQ',
    visibility: 'CONNECTIONS',
    isReshareDisabledByAuthor: true,
  })
})
