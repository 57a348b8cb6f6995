import { randomUUID } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { PublishingTables } from '#domain/publishing/tables.ts'
import { readConfig } from '#main/config.ts'
import { openDesk, type OpenDesk } from '#main/desk.ts'
import { systemClock } from '#platform/clock.ts'
import { tablesOf } from '#platform/db/database.ts'
import { silentLog } from '#platform/log.ts'
import { administer } from '#support/administer.ts'
import type { Caller } from '#support/caller.ts'
import { openCompany, withoutQuotas } from '../support/company.ts'

/** A desk with accounts on the practice network and posts that wait; nothing sends yet. */
export interface Stage {
  open: OpenDesk
  databaseUrl: string
  /** Writes so many posts that wait for an instant, spread over the accounts. */
  plan(posts: number): Promise<void>
  /** They are due at this instant. */
  dueAt(instant: Date): Promise<void>
  /** How late each post left that was planned since the last reading, in milliseconds; waits for the last one. */
  lateness(): Promise<number[]>
  close(): Promise<void>
}

export async function openStage(
  serverUrl: string,
  dataDir: string,
  { accounts }: { accounts: number },
): Promise<Stage> {
  const name = `vigie_bench_${randomUUID().slice(0, 8)}`
  await administer(serverUrl, `create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const databaseUrl = url.href
  const config = readConfig({ VIGIE_DATA_DIR: dataDir, DATABASE_URL: databaseUrl, PORT: '0' })
  const connectors = await withoutQuotas()
  const desk = { config, database: databaseUrl, clock: systemClock, log: silentLog, connectors }
  const open = await openDesk(desk)
  await open.server.listen({ port: 0, host: '127.0.0.1' })
  const owner = await openCompany(open, { practice: true })
  const channelIds: string[] = []
  for (let n = 0; n < accounts; n++) channelIds.push(await connect(owner, n))
  const ledger = tablesOf<PublishingTables>(open.desk.db)
  return {
    open,
    databaseUrl,
    plan: (posts) => plan(owner, channelIds, posts),
    async dueAt(at) {
      const giveUpAt = new Date(at.getTime() + 86_400_000)
      await ledger
        .updateTable('deliveries')
        .set({ dueAt: at, plannedAt: at, giveUpAt })
        .where('state', '=', 'planned')
        .execute()
    },
    async lateness() {
      for (;;) {
        const rows = await ledger
          .selectFrom('deliveries')
          .select(['state', 'plannedAt', 'publishedAt'])
          .where('state', '!=', 'cancelled')
          .execute()
        if (rows.every(({ state }) => state === 'published')) {
          await ledger.deleteFrom('deliveries').execute()
          return rows.map(
            ({ plannedAt, publishedAt }) => (publishedAt?.getTime() ?? 0) - plannedAt.getTime(),
          )
        }
        const lost = rows.find(({ state }) => state === 'failed' || state === 'unknown')
        if (lost) throw new Error(`a post ended as ${lost.state}`)
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
    },
    async close() {
      await open.close()
      await administer(serverUrl, `drop database ${name} with (force)`)
    },
  }
}

async function connect(owner: Caller, n: number): Promise<string> {
  const fields = { handle: `atelier.${n}`, password: 'une chaise en chêne' }
  const { status, body } = await owner.post('/channels', { connectorId: 'sandbox', fields })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body.id
}

async function plan(owner: Caller, channelIds: string[], posts: number): Promise<void> {
  const year = new Date().getFullYear() + 1
  for (let left = posts; left > 0; left -= channelIds.length) {
    const variants = channelIds.slice(0, left).map((channelId) => ({ channelId }))
    const { body: draft } = await owner.post('/posts', { text: `Une chaise, ${uuid()}`, variants })
    const when = { version: draft.version, wallTime: `${year}-06-01T09:00` }
    const { status, body } = await owner.post(`/posts/${draft.id}/schedule`, when)
    if (status !== 200) throw new Error(JSON.stringify(body))
  }
}
