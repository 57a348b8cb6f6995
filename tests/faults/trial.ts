import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import type { PublishingTables } from '#domain/publishing/tables.ts'
import { readConfig } from '#main/config.ts'
import { openDesk, type OpenDesk } from '#main/desk.ts'
import { systemClock } from '#platform/clock.ts'
import { tablesOf } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'
import { silentLog } from '#platform/log.ts'
import { type Caller, caller } from '#support/caller.ts'
import { createDatabase, dropDatabase } from '#support/database.ts'
import { camille } from '#support/desk.ts'
import { trialNetworks } from './trial-networks.ts'

export interface Trial {
  /** What a worker process needs to find its desk. */
  workerEnv: Record<string, string>
  /** Lets so many more deliveries fall due now. */
  fallDue(count: number): Promise<void>
  /** How many deliveries are not at their end. */
  underWay(): Promise<number>
  result(): Promise<Result>
  /** Calls the network's API as the n-th account. */
  onNetwork<T>(account: number, method: string, at: string, body?: unknown): Promise<T>
}

export interface Result {
  /** How often the networks accepted each text, by account. */
  accepted: Map<string, number>
  /** How many deliveries by state. */
  states: Record<string, number>
  /** Requests whose worker died before their outcome was written. */
  interrupted: number
  /** Requests, of any kind. */
  attempts: number
  /** Deliveries found on the network by reading back. */
  confirmed: number
}

export interface TrialSize {
  accounts: number
  posts: number
  /** Of the networks' failures; without it they do not fail by themselves. */
  seed?: number
}

/**
 * A desk with a company whose posts wait to leave, on a database of its own, and the networks they leave by: half
 * of the accounts on one that honours keys, half on one that does not. The desk itself sends nothing.
 */
export async function openTrial({ accounts, posts, seed }: TrialSize): Promise<Trial> {
  const databaseUrl = await createDatabase()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'vigie-trial-'))
  const key = Buffer.alloc(32, 7).toString('base64')
  const env = {
    VIGIE_DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    VIGIE_SECRET_KEY: key,
    PORT: '0',
  }
  const config = readConfig(env)
  const open = await openDesk({
    config,
    database: databaseUrl,
    clock: systemClock,
    log: silentLog,
    migrated: true,
    connectors: trialNetworks,
  })
  afterAll(async () => {
    await open.close()
    await dropDatabase(databaseUrl)
    await rm(dataDir, { recursive: true, force: true })
  })
  const origin = await open.server.listen({ port: 0, host: '127.0.0.1' })
  const network = `${origin}/_sandbox`
  const owner = await firstVisit(open)
  const channels: Channel[] = []
  for (let n = 0; n < accounts; n++) channels.push(await connect(owner, network, n, seed))
  await plan(owner, channels, posts)
  return {
    workerEnv: { ...env, VIGIE_SANDBOX_URL: network },
    fallDue: (count) => fallDue(open, count),
    underWay: () => underWay(open),
    result: () => result(open, network, channels),
    onNetwork: (n, method, at, body) => ask(network, method, at, channels[n]?.token ?? '', body),
  }
}

interface Channel {
  id: string
  handle: string
  token: string
}

async function firstVisit(open: OpenDesk): Promise<Caller> {
  const stranger = caller(open.server)
  await stranger.post('/sign-up', camille)
  const { cookie } = await stranger.post('/sign-in', camille)
  const owner = caller(open.server, { cookie })
  const company = { name: 'Atelier Morel', language: 'fr', timeZone: 'Europe/Paris' }
  const { body: real } = await owner.post('/companies', company)
  // The trial networks are practice networks: they are offered to practice companies.
  await tablesOf<{ companies: { id: string; practice: boolean } }>(open.desk.db)
    .updateTable('companies')
    .set({ practice: true })
    .where('id', '=', real.id)
    .execute()
  return owner.of(real.id)
}

/** Every way to fail, on what is sent and on what is read; nothing that a person would have to settle. */
function faultsFor(account: string, seed: number) {
  const on = (operation: string, kind: string, probability: number, ms?: number) => ({
    operation,
    kind,
    probability,
    seed: `${seed} ${account} ${operation} ${kind}`,
    ...(ms ? { ms } : {}),
  })
  return [
    on('post', '429', 0.04, 400),
    on('post', '500', 0.06),
    on('post', '503', 0.06),
    on('post', '500-after-accept', 0.06),
    on('post', 'reset-before-accept', 0.06),
    on('post', 'reset-after-accept', 0.06),
    on('post', 'timeout-after-accept', 0.06, 500),
    on('post', 'nonsense', 0.04),
    on('post', 'slow', 0.25, 300),
    on('read', '503', 0.1),
    on('read', 'reset-before-accept', 0.1),
    on('read', 'slow', 0.1, 200),
  ]
}

async function connect(
  owner: Caller,
  network: string,
  n: number,
  seed: number | undefined,
): Promise<Channel> {
  const honoursKeys = n % 2 === 0
  const handle = `atelier.${n}`
  const fields = { handle, password: 'une chaise en chêne' }
  const connectorId = honoursKeys ? 'sandbox' : 'sandbox-read-back'
  const { status, body } = await owner.post('/channels', { connectorId, fields })
  if (status !== 201) throw new Error(JSON.stringify(body))
  const { token } = await ask<{ token: string }>(network, 'POST', '/sessions', '', fields)
  const settings = { honoursKeys, rateMax: 1_000_000, pace: 'real' }
  await ask(network, 'PATCH', '/account', token, settings)
  if (seed !== undefined) await ask(network, 'POST', '/faults', token, faultsFor(handle, seed))
  return { id: body.id, handle, token }
}

async function plan(owner: Caller, channels: Channel[], posts: number): Promise<void> {
  const variants = channels.map(({ id: channelId }) => ({ channelId }))
  for (let n = 0; n < posts; n++) {
    const { body: draft } = await owner.post('/posts', { text: `Publication ${n}`, variants })
    const when = { version: draft.version, wallTime: `${new Date().getFullYear() + 1}-06-01T09:00` }
    const { status, body } = await owner.post(`/posts/${draft.id}/schedule`, when)
    if (status !== 200) throw new Error(JSON.stringify(body))
  }
}

const ledger = (open: OpenDesk) => tablesOf<PublishingTables>(open.desk.db)

async function fallDue(open: OpenDesk, count: number): Promise<void> {
  const now = systemClock.now()
  const next = ledger(open)
    .selectFrom('deliveries')
    .select('id')
    .where('state', '=', 'planned')
    .where('dueAt', '>', new Date(now.getTime() + 3_600_000))
    .orderBy('id')
    .limit(count)
  const giveUpAt = new Date(now.getTime() + 86_400_000)
  await ledger(open)
    .updateTable('deliveries')
    .set({ dueAt: now, plannedAt: now, giveUpAt })
    .where('id', 'in', next)
    .execute()
  await wake(open.desk.db, 'deliveries')
}

async function underWay(open: OpenDesk): Promise<number> {
  const { count } = await ledger(open)
    .selectFrom('deliveries')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', 'in', ['planned', 'sending'])
    .executeTakeFirstOrThrow()
  return count
}

async function result(open: OpenDesk, network: string, channels: Channel[]): Promise<Result> {
  const accepted = new Map<string, number>()
  for (const { token, handle } of channels) {
    const told = await ask<{ accepted: { text: string }[] }>(network, 'GET', '/ledger', token)
    for (const { text } of told.accepted) {
      const name = `${handle}: ${text}`
      accepted.set(name, (accepted.get(name) ?? 0) + 1)
    }
  }
  const states: Record<string, number> = {}
  for (const { state } of await ledger(open).selectFrom('deliveries').select('state').execute()) {
    states[state] = (states[state] ?? 0) + 1
  }
  const attempts = await ledger(open).selectFrom('attempts').select(['outcome', 'detail']).execute()
  return {
    accepted,
    states,
    attempts: attempts.length,
    interrupted: attempts.filter(({ detail }) => detail.said === 'interrupted').length,
    confirmed: attempts.filter(({ outcome }) => outcome === 'confirmed').length,
  }
}

async function ask<T>(
  network: string,
  method: string,
  at: string,
  token: string,
  body?: unknown,
): Promise<T> {
  const headers = {
    authorization: `Bearer ${token}`,
    ...(body ? { 'content-type': 'application/json' } : {}),
  }
  const response = await fetch(network + at, {
    method,
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!response.ok) throw new Error(`${method} ${at}: ${response.status} ${await response.text()}`)
  return (response.status === 204 ? undefined : await response.json()) as T
}
