import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { keepChannel } from '#domain/channels/index.ts'
import type { PublishingTables } from '#domain/publishing/tables.ts'
import { readConfig } from '#main/config.ts'
import { openDesk, type OpenDesk } from '#main/desk.ts'
import { systemClock as clock } from '#platform/clock.ts'
import { tablesOf } from '#platform/db/database.ts'
import { openListener } from '#platform/db/listener.ts'
import { startLoop, wake, WAKE_CHANNEL } from '#platform/jobs/due-work.ts'
import { silentLog as log } from '#platform/log.ts'
import { administer } from '#support/administer.ts'
import type { Caller } from '#support/caller.ts'
import { openCompany, withoutQuotas } from '../support/company.ts'
import type { Peer, Picture } from './peer.ts'

const TIMES = 5

export interface Publishing {
  /** Milliseconds, one for each post, in the order they were sent. */
  desk: number[]
  floor: number[]
}

/**
 * Sends the same posts to a server by the desk, from the instant a post is due until the desk has written down that
 * the network has it, and by a bare script, in turns. The first of each is a warm-up and is left out.
 */
export async function publishTo(
  peer: Peer,
  serverUrl: string,
  folder: string,
): Promise<Publishing> {
  const name = `vigie_bench_${peer.connectorId.replaceAll('-', '_')}`
  await administer(serverUrl, `create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const config = readConfig({
    VIGIE_DATA_DIR: path.join(folder, peer.connectorId),
    DATABASE_URL: url.href,
    VIGIE_ALLOW_PRIVATE_HOSTS: peer.hosts.join(','),
    PORT: '0',
  })
  const connectors = await withoutQuotas()
  const open = await openDesk({ config, database: url.href, clock, log, connectors })
  const listener = await openListener(url.href, [WAKE_CHANNEL], log)
  const sending = open.jobs.filter((job) => job.name === 'deliveries')
  const loops = sending.map((work) => startLoop(work, { clock, log, listener }))
  try {
    const owner = await openCompany(open, { practice: false })
    const channelId = await connect(open, owner, peer)
    const result: Publishing = { desk: [], floor: [] }
    for (let n = 0; n <= TIMES; n++) {
      const pictures = await Promise.all(Array.from({ length: peer.pictures }, photograph))
      result.desk.push(await byDesk(open, owner, channelId, `Un banc, le ${n}`, pictures))
      const began = performance.now()
      await peer.post(`Un banc nu, le ${n}`, pictures)
      result.floor.push(performance.now() - began)
    }
    return { desk: result.desk.slice(1), floor: result.floor.slice(1) }
  } finally {
    await Promise.all(loops.map((loop) => loop.stop()))
    await listener.close()
    await open.close()
    await administer(serverUrl, `drop database ${name} with (force)`)
  }
}

async function connect({ desk }: OpenDesk, owner: Caller, peer: Peer): Promise<string> {
  const { account, connectorId } = peer
  if ('connected' in account) {
    const companyId = owner.headers['vigie-company'] ?? ''
    const who = { companyId, id: 'bench' }
    return (await keepChannel(desk, who, connectorId, account.connected)).id
  }
  const { status, body } = await owner.post('/channels', { connectorId, fields: account.fields })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body.id
}

/** A picture of some 400 kB that compresses as a photograph does, another each time. */
async function photograph(_: unknown, n: number): Promise<Picture> {
  const noise = { type: 'gaussian', mean: 128, sigma: 25 } as const
  const create = { width: 1200, height: 900, channels: 3, background: '#000', noise } as const
  const bytes = await sharp({ create }).jpeg({ quality: 50 }).toBuffer()
  return { bytes: Uint8Array.from(bytes), type: 'image/jpeg', alt: `Un banc ${n}` }
}

async function byDesk(
  open: OpenDesk,
  owner: Caller,
  channelId: string,
  text: string,
  pictures: Picture[],
): Promise<number> {
  const mediaIds = []
  for (const { bytes, type, alt } of pictures) {
    const { status, body } = await owner.upload('/media', { name: 'banc.jpg', type, bytes })
    if (status !== 201) throw new Error(JSON.stringify(body))
    await owner.patch(`/media/${body.id}`, { alt })
    mediaIds.push(body.id)
  }
  const { body: draft } = await owner.post('/posts', { text, mediaIds, variants: [{ channelId }] })
  const wallTime = `${new Date().getFullYear() + 1}-06-01T09:00`
  const planned = await owner.post(`/posts/${draft.id}/schedule`, {
    version: draft.version,
    wallTime,
  })
  if (planned.status !== 200) throw new Error(JSON.stringify(planned.body))
  return untilPublished(open)
}

/** Makes the post that waits fall due in a moment. @returns how long after that the network has it */
async function untilPublished({ desk }: OpenDesk): Promise<number> {
  const ledger = tablesOf<PublishingTables>(desk.db)
  const due = new Date(Date.now() + 300)
  await ledger
    .updateTable('deliveries')
    .set({ dueAt: due, plannedAt: due, giveUpAt: new Date(due.getTime() + 86_400_000) })
    .where('state', '=', 'planned')
    .execute()
  await wake(desk.db, 'deliveries')
  const end = Date.now() + 120_000
  while (Date.now() < end) {
    const rows = await ledger.selectFrom('deliveries').select(['state', 'failure']).execute()
    const late = Date.now() - due.getTime()
    if (rows.every(({ state }) => state === 'published')) return late
    const lost = rows.find(({ state }) => state === 'failed' || state === 'unknown')
    if (lost) throw new Error(`a post ended as ${JSON.stringify(lost)}`)
    await sleep(5)
  }
  throw new Error('a post did not leave')
}
