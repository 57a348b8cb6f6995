import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { readConfig } from '#main/config.ts'
import { openDesk, type OpenDesk } from '#main/desk.ts'
import { systemClock } from '#platform/clock.ts'
import { tablesOf } from '#platform/db/database.ts'
import { silentLog } from '#platform/log.ts'
import { type Embedded, openEmbedded } from '#platform/postgres/embedded.ts'
import { type Caller, caller } from '#support/caller.ts'
import { administer } from '#support/administer.ts'
import type { Ground } from '../../tests/faults/ground/network.ts'
import { networksOf } from '../../tests/faults/trial-networks.ts'
import { everyAccount, kindOf } from './climate.ts'

/** A desk with accounts on the proving ground and ten thousand deliveries that wait; it sends nothing itself. */
export interface Stage {
  open: OpenDesk
  camille: Caller
  /** What a worker process needs to find its desk. */
  workerEnv: Record<string, string>
  connect(account: string): Promise<string>
  /** Stops the database server and starts it again. */
  restartDatabase(): Promise<void>
  close(): Promise<void>
}

export async function openStage(
  folder: string,
  ground: Ground,
  chains: string[][],
): Promise<Stage> {
  const server = path.join(folder, 'server')
  let embedded: Embedded = await openEmbedded(server)
  await administer(embedded.url, 'create database bench')
  const url = new URL(embedded.url)
  url.pathname = '/bench'
  const dataDir = path.join(folder, 'data')
  await mkdir(dataDir, { recursive: true })
  const env = {
    VIGIE_DATA_DIR: dataDir,
    DATABASE_URL: url.href,
    VIGIE_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    VIGIE_SANDBOX_URL: ground.url,
    VIGIE_TRIAL_NETWORKS: 'ground',
    PORT: '0',
  }
  const open = await openDesk({
    config: readConfig(env),
    database: url.href,
    clock: systemClock,
    log: silentLog,
    connectors: networksOf('ground'),
  })
  const camille = await firstVisit(open)
  const connect = async (handle: string): Promise<string> => {
    const connectorId = `ground-${kindOf(handle)}`
    const answer = await camille.post('/channels', { connectorId, fields: { handle } })
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
    return answer.body.id
  }
  const channelIds: string[] = []
  for (const account of everyAccount) channelIds.push(await connect(account))
  await plan(camille, channelIds, chains)
  return {
    open,
    camille,
    workerEnv: env,
    connect,
    async restartDatabase() {
      await embedded.stop()
      embedded = await openEmbedded(server)
    },
    async close() {
      await open.close()
      await embedded.stop()
    },
  }
}

async function firstVisit(open: OpenDesk): Promise<Caller> {
  const stranger = caller(open.server)
  const person = {
    name: 'Camille Morel',
    email: 'camille@atelier-morel.example',
    password: 'une chaise en chêne',
    language: 'fr',
  }
  await stranger.post('/sign-up', person)
  const { cookie } = await stranger.post('/sign-in', person)
  const owner = caller(open.server, { cookie })
  const company = { name: 'Atelier Morel', language: 'fr', timeZone: 'Europe/Paris' }
  const { body } = await owner.post('/companies', company)
  return owner.of(body.id)
}

async function plan(
  camille: Caller,
  channelIds: readonly string[],
  chains: string[][],
): Promise<void> {
  const wallTime = `${new Date().getFullYear() + 1}-06-01T09:00`
  const variants = channelIds.map((channelId) => ({ channelId }))
  for (const [text, ...rest] of chains) {
    const thread = rest.map((part) => ({ text: part }))
    const { body: draft } = await camille.post('/posts', { text, thread, variants })
    const when = { version: draft.version, wallTime }
    const { status, body } = await camille.post(`/posts/${draft.id}/schedule`, when)
    if (status !== 200) throw new Error(JSON.stringify(body))
  }
}

export const ledgerOf = <Tables>({ open }: Stage) => tablesOf<Tables>(open.desk.db)
