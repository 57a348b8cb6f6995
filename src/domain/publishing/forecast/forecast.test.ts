import { beforeEach, expect, test } from 'vitest'
import { done } from '#connectors/_contract/failure.ts'
import { noticeBoard } from '../testing/notice-board.ts'
import { openAtelierForOneTest, type Atelier } from '../testing/open-atelier.ts'
import type { AccessForecast } from './api.ts'

const DAY = 86_400_000
let atelier: Atelier
let lasts = 20 * DAY

/** A network that gives access for twenty days and renews none. */
function shortLived() {
  const board = noticeBoard()
  board.connector.connect.withCredentials = async (_tools, { handle = '' }) =>
    done({
      account: { remoteId: handle, handle, settings: {}, secrets: { key: 'a key' } },
      displayName: handle,
      profileUrl: `https://board.example/${handle}`,
      expiresAt: new Date(Date.parse('2026-11-23T08:00:00Z') + lasts),
    })
  return board
}

beforeEach(async () => {
  lasts = 20 * DAY
  atelier = await openAtelierForOneTest(shortLived(), ['lyon'])
})

const forecast = async () => (await atelier.camille.get<AccessForecast[]>('/access-forecast')).body
const days = async (n: number) => {
  atelier.clock.advance(n * DAY)
  await atelier.settle()
}

test('a post that leaves while access lasts is no worry', async () => {
  await atelier.scheduled('À temps', '2026-12-10T09:00')
  await atelier.settle()
  expect(await forecast()).toEqual([])
})

test('posts planned after the end of access are announced on the desk at once, and a week before by one letter', async () => {
  const post = await atelier.scheduled('Vœux de fin d’année', '2026-12-24T09:00')
  await atelier.scheduled('Soldes', '2027-01-06T09:00')
  await atelier.settle()
  expect(await forecast()).toMatchObject([
    {
      handle: 'lyon',
      network: 'Panneau',
      reconnectBy: '2026-12-13T08:00:00.000Z',
      count: 2,
      firstAt: '2026-12-24T08:00:00.000Z',
    },
  ])
  expect((await atelier.delivery(post)).next).toBe(
    'Panneau lets Vigie use lyon only until Sunday 13 December at 09:00: connect the account again before, or it will not leave (Thursday 24 December at 09:00).',
  )
  const { body: channels } = await atelier.camille.get('/channels')
  expect(channels[0].reconnectBy).toBe('2026-12-13T08:00:00.000Z')
  await days(12)
  expect(atelier.letters).toEqual([])
  await days(2)
  expect(atelier.letters).toHaveLength(1)
  expect(atelier.letters[0]).toMatchObject({
    to: 'camille@atelier-morel.example',
    subject: 'Reconnectez lyon (Panneau) avant le dimanche 13 décembre à 09:00',
  })
  expect(atelier.letters[0]?.text).toContain('2 publications sont prévues après cette date')
  await atelier.scheduled('Encore une', '2027-01-07T09:00')
  for (let n = 0; n < 4; n++) await days(1)
  expect(atelier.letters).toHaveLength(1)
})

test('connected again before, nothing is left to tell', async () => {
  await atelier.scheduled('Vœux', '2026-12-24T09:00')
  await atelier.settle()
  lasts = 80 * DAY
  await atelier.camille.post('/channels', { connectorId: 'board', fields: { handle: 'lyon' } })
  await days(15)
  expect([await forecast(), atelier.letters]).toEqual([[], []])
})

test('access that the desk renews by itself is nobody’s business', async () => {
  const { connect } = atelier.board.connector
  connect.refresh = async () => done({ secrets: { key: 'renewed' } })
  await atelier.scheduled('Vœux', '2026-12-24T09:00')
  await atelier.settle()
  expect(await forecast()).toEqual([])
  // Unless the network gave nothing to renew this very account with.
  connect.canRenew = () => false
  expect(await forecast()).toHaveLength(1)
})
