import { expect, onTestFinished } from 'vitest'
import { openTestDesk } from '#support/desk.ts'
import type { MentionView, SourceView } from '../../api.ts'
import { pretendWire } from './fixture.ts'

export const MINUTE = 60_000

export const HOUR = 60 * MINUTE

export const WAIT = { timeout: 5000, interval: 20 }

export const square = pretendWire('square', 'La Grand-Place', 'none')

export const village = pretendWire('village', 'Le Village', 'needed')

export const here = await openTestDesk({
  now: '2026-11-23T09:00:00+01:00',
  connectors: [square.connector, village.connector],
})

export const { clock, settle } = here

const owner = await here.signUp()

/** Atelier Morel looks for its name; each test has a company of its own. */
export async function atelier() {
  square.silence()
  village.silence()
  const { body: company } = await owner.post('/companies', {
    name: 'Atelier Morel',
    language: 'fr',
    timeZone: 'Europe/Paris',
  })
  const camille = owner.of(company.id)
  await camille.post('/queries', { expression: 'morel' })
  onTestFinished(async () => {
    const { body } = await camille.get<SourceView[]>('/sources')
    for (const { id } of body) await camille.delete(`/sources/${id}`)
    await settle()
  })
  return {
    camille,
    async listen(connectorId = 'square', more: object = {}) {
      const { status, body } = await camille.post('/sources', { connectorId, live: true, ...more })
      expect(status).toBe(201)
      await settle()
      return body as SourceView
    },
    theSource: async () =>
      (await camille.get<SourceView[]>('/sources')).body[0] ?? expect.fail('no source'),
    texts: async () =>
      ((await camille.get('/mentions')).body.items as MentionView[])
        .map((m) => m.excerpt)
        .toSorted(),
  }
}

export const connectVillage = async (camille: Awaited<ReturnType<typeof atelier>>['camille']) =>
  (await camille.post('/channels', { connectorId: 'village', fields: { handle: 'atelier' } })).body
    .id as string
