import { tmpdir } from 'node:os'
import path from 'node:path'
import { mkdtemp, rm } from 'node:fs/promises'
import { readConfig } from '#main/config.ts'
import { openDesk } from '#main/desk.ts'
import { systemClock } from '#platform/clock.ts'
import { silentLog } from '#platform/log.ts'
import type { BenchResult } from '../run.ts'
import { openCompany, withoutQuotas } from '../support/company.ts'
import { withServer } from '../support/private-server.ts'
import { replay, replayPlainly } from './replay.ts'
import { screens } from './screens.ts'

/**
 * Listening at scale: a day of the practice network replayed through 1,000 queries, and what each screen asks of companies
 * that keep 100,000 mentions each. Against: each post kept by itself, and plain matching.
 * @param args --full for 2.2 million posts and 100 companies (room on the disk for ten million mentions); else
 *   `--posts=50000 --companies=1 --mentions=100000`
 */
export async function run(args: string[]): Promise<BenchResult> {
  const isFull = args.includes('--full')
  const posts = sizeOf(args, 'posts', isFull ? 2_200_000 : 50_000)
  const companies = sizeOf(args, 'companies', isFull ? 100 : 1)
  const mentions = sizeOf(args, 'mentions', 100_000)
  const folder = await mkdtemp(path.join(tmpdir(), 'vigie-bench-listening-'))
  try {
    return await withServer(async (url) => {
      const config = readConfig({ VIGIE_DATA_DIR: folder, DATABASE_URL: url, PORT: '0' })
      const tools = { clock: systemClock, log: silentLog, connectors: await withoutQuotas() }
      const open = await openDesk({ config, database: url, ...tools })
      open.ready()
      try {
        const owner = await openCompany(open, { practice: false })
        const replayed = await replay(open.desk, companyOf(owner), posts)
        const other = { name: 'Ébénisterie Roux', language: 'fr', timeZone: 'Europe/Paris' }
        const { body } = await owner.post<{ id: string }>('/companies', other)
        const against = await replayPlainly(open.desk, body.id)
        const asked = await screens(open, owner, { companies, mentions })
        return { figures: { ...replayed, companies, mentions_each: mentions, ...asked }, against }
      } finally {
        await open.close()
      }
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const companyOf = (owner: { headers: Record<string, string> }): string =>
  owner.headers['vigie-company'] ?? ''

/** `--posts=1000` */
function sizeOf(args: readonly string[], name: string, usual: number): number {
  const given = args.find((argument) => argument.startsWith(`--${name}=`))
  return given ? Number(given.slice(name.length + 3)) : usual
}
