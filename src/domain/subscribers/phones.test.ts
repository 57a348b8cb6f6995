import { beforeAll, describe, expect, test } from 'vitest'
import type { Caller } from '#support/caller.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'
import { type Connector, defineConnector } from '#connectors/_contract/connector.ts'
import { done, failed } from '#connectors/_contract/failure.ts'

const env = { VIGIE_PUBLIC_URL: 'https://vigie.atelier-morel.example' }
const consent = { source: 'Fiche en boutique', at: '2026-11-02T10:00:00+01:00' }

/** To whom a message left, in order; and those who take none. */
const taken: string[] = []
const stopped = new Set<string>()
const said = { en: 'They answered STOP.', fr: 'Cette personne a répondu STOP.' }

/** A network that writes to telephones. */
const telegraph: Connector = defineConnector({
  manifest: {
    id: 'telegraph',
    name: 'Telegraph',
    stamp: 'TG',
    description: { en: 'Wires', fr: 'Dépêches' },
    capabilities: { publish: true, inbox: false, metrics: false, listen: false },
    connect: { method: 'credentials', fields: [], help: { en: 'None', fr: 'Rien' } },
    idempotency: 'client-key',
    metrics: { post: [], channel: [] },
    docs: [],
  },
  text: { count: (words) => words.length, spans: () => [] },
  connect: {
    withCredentials: async () => done(connected),
    check: async () => done(connected),
  },
  publish: {
    async publish(tools, _account, { id, text }) {
      const made = await tools.mailings?.open(id, { subject: text, text, images: [] })
      if (!made) return failed({ kind: 'transient', detail: 'no ledger' })
      if (!made.ok) return made
      return done({ remoteId: id, url: made.value.url, publishedAt: made.value.at })
    },
    confirm: async () => done(null),
    remove: async () => done(null),
  },
  letters: {
    addresses: 'phone',
    open: async () =>
      done({
        async send({ to }) {
          if (stopped.has(to.address)) {
            return failed({ kind: 'rejected', field: 'to', reason: said, detail: said.en })
          }
          taken.push(to.address)
          return done(null)
        },
        close() {},
      }),
  },
})

const connected = {
  account: { remoteId: 'morel', handle: 'Morel', settings: {}, secrets: {} },
  displayName: 'Morel',
  profileUrl: 'https://telegraph.example/',
}

let desk: TestDesk
let camille: Caller
let channelId: string

beforeAll(async () => {
  desk = await openTestDesk({ env, connectors: [telegraph] })
  camille = await desk.signUp()
  const { body } = await camille.post('/channels', { connectorId: 'telegraph', fields: {} })
  channelId = body.id
})

const add = (csv: string) => camille.post(`/channels/${channelId}/subscribers`, { csv, consent })
const look = (csv: string) => camille.post(`/channels/${channelId}/subscribers/preview`, { csv })

describe('a list of telephone numbers', () => {
  test('takes one number once, however it is written, with its country code', async () => {
    const csv = [
      'Nom;Téléphone',
      'Yanis;+33 6 12 34 56 78',
      'Encore lui;0033612345678',
      'Et lui;+33 (0)6.12.34.56.78',
      "Sofia;'+33-7-98-76-54-32",
      'Sans indicatif;06 12 34 56 79',
      'Adresse;lea@example.org',
      'Trop long;+3361234567890123',
    ].join('\n')
    const { body } = await look(csv)
    expect(body.sample).toEqual([
      { address: '+33612345678', name: 'Yanis' },
      { address: '+33798765432', name: 'Sofia' },
    ])
    const lines = body.problems.map(({ line }: { line: number }) => line)
    expect(lines).toEqual([3, 4, 6, 7, 8])
    expect(body.problems[2].sentence).toMatch(/country code/)
  })

  test('without headings, and one whose headings say nothing of numbers', async () => {
    expect((await look('+33612345678\n06 12 34 56 79')).body).toMatchObject({
      added: 1,
      problemsInAll: 1,
    })
    const { body } = await look('Ville;Pays\nLyon;France')
    expect(body.problems[0].sentence).toMatch(/“phone”/)
  })

  test('each gets what is published once; whoever takes none is asked for no more', async () => {
    await add('+33612345678\n+33798765432')
    stopped.add('+33612345678')
    for (const text of ['Ouvert dimanche', 'Fermé lundi']) {
      const { body: post } = await camille.post('/posts', { text, variants: [{ channelId }] })
      await camille.post(`/posts/${post.id}/schedule`, { version: post.version })
      await desk.settle()
      desk.clock.advance(60_000)
    }
    expect(taken).toEqual(['+33798765432', '+33798765432'])
    expect((await camille.get(`/channels/${channelId}/list`)).body).toEqual({
      subscribed: 1,
      left: 0,
      suspended: 1,
    })
    expect((await add('+33 6 12 34 56 78')).body).toMatchObject({ added: 0, leftBefore: 1 })
    const { body: mailings } = await camille.get(`/channels/${channelId}/mailings`)
    expect(mailings).toMatchObject([
      { letters: { sent: 1, refused: 0 } },
      { letters: { sent: 1, refused: 1 } },
    ])
  })
})
