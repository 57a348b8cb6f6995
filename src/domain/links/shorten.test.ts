import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { keepChannel } from '#domain/channels/index.ts'
import { companyOf } from '#domain/governance/index.ts'
import { importHistory } from '#domain/publishing/index.ts'
import type { Executor } from '#platform/db/database.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'
import type { Caller } from '#support/caller.ts'
import { humanClicks, humanClicksWithin } from './human-clicks.ts'
import { importLink } from './import-link.ts'
import { shortenForDelivery, textAsItLeaves } from './shorten.ts'

const page = 'https://atelier-morel.example/chaises'
const text = `Nos chaises en chêne : ${page}, et encore ${page}.`

let atelier: TestDesk
let camille: Caller
let companyId: string
let channelId: string

beforeAll(async () => {
  atelier = await openTestDesk({ now: '2026-11-23T09:00:00+01:00' })
  camille = await atelier.signUp()
  companyId = (await camille.get('/companies/current')).body.id
  channelId = await newChannel()
})

async function newChannel(): Promise<string> {
  const account = { remoteId: randomUUID(), handle: 'atelier', settings: {}, secrets: {} }
  const connected = { account, displayName: 'Atelier', profileUrl: 'https://echo.example/atelier' }
  const by = { companyId, id: randomUUID() }
  return (await keepChannel(atelier.desk, by, 'echo', connected)).id
}

const planned = new Set<string>()

/** Plans a delivery as publishing does: the text first, then the row that holds it. */
async function plan(
  deliveryId: string,
  draft: Partial<Parameters<typeof shortenForDelivery>[2]> = {},
): Promise<string> {
  return atelier.desk.db.transaction().execute(async (trx: Executor) => {
    const delivery = { companyId, deliveryId, channelId, connectorId: 'echo', text, ...draft }
    const leaves = await shortenForDelivery(trx, atelier.desk, delivery)
    if (!planned.has(deliveryId)) await keepDelivery(trx, deliveryId, leaves)
    planned.add(deliveryId)
    return leaves
  })
}

async function keepDelivery(trx: Executor, id: string, leaves: string) {
  const at = atelier.clock.now()
  const remote = { remoteId: id, remoteUrl: `https://echo.example/${id}`, publishedAt: at }
  const deliveries = [{ id, channelId, ...remote }]
  const posts = [{ text: leaves, scheduledAt: at, deliveries }]
  await importHistory(trx, { companyId, by: 'Camille', timeZone: 'Europe/Paris', posts })
}

const linksOf = async (deliveryId: string) =>
  (await camille.get(`/links?deliveryId=${deliveryId}`)).body.items

describe('before people can reach the desk', () => {
  it('addresses only get their tags', async () => {
    const deliveryId = '01998f3a-0000-7000-8000-00009f2c41aa'
    const tagged = `${page}?utm_source=echo&utm_medium=social&utm_campaign=noel&utm_content=9f2c41aa`
    expect(await plan(deliveryId, { campaign: 'Noël' })).toBe(text.replaceAll(page, tagged))
    expect(await linksOf(deliveryId)).toEqual([])
  })

  it('a text that would no longer fit leaves as it was written', async () => {
    const fits = (leaving: string) => leaving.length <= text.length
    expect(await plan(randomUUID(), { fits })).toBe(text)
  })
})

describe('once the company has a public address', () => {
  const origin = 'https://liens.atelier-morel.example'

  beforeAll(async () => {
    await camille.patch('/companies/current', { publicUrl: `${origin}/ignored` })
  })

  it('addresses become short links, the same address the same link', async () => {
    const deliveryId = randomUUID()
    const leaves = await plan(deliveryId, { campaign: 'Noël' })
    const [link, ...others] = await linksOf(deliveryId)
    expect(others).toEqual([])
    expect(leaves).toBe(text.replaceAll(page, link.url))
    expect(link.url.startsWith(`${origin}/l/`)).toBe(true)
    expect(link).toMatchObject({ deliveryId, channelId, campaign: 'Noël' })
    const tags = new URL(link.target).searchParams
    expect(tags.get('utm_campaign')).toBe('noel')
  })

  it('planning again gives the very same text', async () => {
    const deliveryId = randomUUID()
    expect(await plan(deliveryId)).toBe(await plan(deliveryId))
    expect(await linksOf(deliveryId)).toHaveLength(1)
  })

  it('two deliveries of one post have their own links', async () => {
    expect(await plan(randomUUID())).not.toBe(await plan(randomUUID()))
  })

  it('a short link of ours is not shortened again', async () => {
    const already = `Suivez ${origin}/l/7k2m9pq`
    expect(await plan(randomUUID(), { text: already })).toBe(already)
  })

  it('an address with a password in it is left alone', async () => {
    const secret = 'https://sofia:motdepasse@atelier-morel.example/'
    expect(await plan(randomUUID(), { text: secret })).toBe(secret)
  })

  it('the check counts what will leave', async () => {
    const company = await companyOf(atelier.desk.db, companyId)
    const foreseen = textAsItLeaves(atelier.desk, company, { connectorId: 'echo', text })
    expect(foreseen).toHaveLength((await plan(randomUUID())).length)
  })

  it('nothing is kept when the delivery is not', async () => {
    const deliveryId = randomUUID()
    const broken = atelier.desk.db.transaction().execute(async (trx: Executor) => {
      await shortenForDelivery(trx, atelier.desk, {
        companyId,
        deliveryId,
        channelId,
        connectorId: 'echo',
        text,
      })
    })
    await expect(broken).rejects.toThrow(/foreign key/)
    expect(await linksOf(deliveryId)).toEqual([])
  })
})

describe('what a delivery brought', () => {
  const day = (date: string) => new Date(`2026-11-${date}T00:00:00Z`)
  const click = (date: string, verdict: 'human' | 'bot' = 'human') => ({
    at: new Date(`2026-11-${date}T10:00:00Z`),
    verdict,
    reason: verdict === 'human' ? ('looks-human' as const) : ('known-bot' as const),
  })

  async function bring(clicks: ReturnType<typeof click>[]): Promise<string> {
    const deliveryId = randomUUID()
    await plan(deliveryId, { text: 'sans lien' })
    const createdAt = day('01')
    const link = { companyId, deliveryId, channelId, target: page, campaign: null, createdAt }
    const keep = (trx: Executor) => importLink(trx, { ...link, clicks })
    expect(await atelier.desk.db.transaction().execute(keep)).toHaveLength(7)
    return deliveryId
  }

  it('is what people clicked within the period, by delivery and by account', async () => {
    const deliveryId = await bring([click('01'), click('01', 'bot'), click('02'), click('04')])
    const period = { companyId, from: day('01'), to: day('03') }
    const clicks = await humanClicks(atelier.desk.db, period)
    expect(clicks.byDelivery.get(deliveryId)).toBe(2)
    expect(clicks.byChannel.get(channelId)).toBe(clicks.total)
    const elsewhere = await humanClicks(atelier.desk.db, { ...period, channelId: randomUUID() })
    expect(elsewhere.total).toBe(0)
  })

  it('is counted at the same age for posts of different days', async () => {
    const early = await bring([click('01'), click('02'), click('03')])
    const late = await bring([click('04'), click('04', 'bot')])
    const windows = [
      { deliveryId: early, from: day('01'), to: day('03') },
      { deliveryId: late, from: day('04'), to: day('06') },
    ]
    const counts = await humanClicksWithin(atelier.desk.db, companyId, windows)
    expect(counts).toEqual(
      new Map([
        [early, 2],
        [late, 1],
      ]),
    )
  })

  it('is unknown, not nothing, when it had no link of ours', async () => {
    const deliveryId = randomUUID()
    await plan(deliveryId, { text: 'sans lien' })
    const windows = [{ deliveryId, from: day('01'), to: day('03') }]
    expect((await humanClicksWithin(atelier.desk.db, companyId, windows)).has(deliveryId)).toBe(
      false,
    )
    expect(await humanClicksWithin(atelier.desk.db, companyId, [])).toEqual(new Map())
  })
})
