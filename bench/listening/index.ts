import path from 'node:path'
import { loadavg } from 'node:os'
import type { BenchResult } from '../run.ts'
import { openCompany } from '../support/company.ts'
import { withDesk } from '../support/private-desk.ts'
import { askCompanies } from './companies.ts'
import { replay, replayPlainly } from './replay.ts'
import { throughQueue } from './through-queue.ts'

/**
 * Listening at scale: a day of the practice network replayed through 1,000 queries, and what each screen asks of companies
 * that keep 100,000 mentions each: over two years; and, of one, over the five weeks that topics compare, 3,000 of the
 * latest being copies of one post. Against: each post kept by itself, and plain matching.
 * @param args --full for 2.2 million posts and 100 companies (room on the disk for ten million mentions); else
 *   `--posts=50000 --companies=1 --mentions=100000`, none of either with 0; `--keep=<folder>` leaves the companies there, and
 *   asks those that an earlier run left; with `--fill` they are left there and nothing is asked
 */
export async function run(args: string[]): Promise<BenchResult> {
  const isFull = args.includes('--full')
  const posts = sizeOf(args, 'posts', isFull ? 2_200_000 : 50_000)
  const companies = sizeOf(args, 'companies', isFull ? 100 : 1)
  const mentions = sizeOf(args, 'mentions', 100_000)
  const keep = given(args, 'keep')
  const folder = keep === undefined ? undefined : path.resolve(keep)
  return withDesk(async (open) => {
    const owner = await openCompany(open, { practice: false })
    const load = { load_before: loadavg()[0] ?? null }
    const replayed = posts > 0 ? await replay(open.desk, companyOf(owner), posts) : {}
    const other = { name: 'Ébénisterie Roux', language: 'fr', timeZone: 'Europe/Paris' }
    const { body } = await owner.post<{ id: string }>('/companies', other)
    const against = posts > 0 ? await replayPlainly(open.desk, body.id) : {}
    const { body: third } = await owner.post<{ id: string }>('/companies', other)
    const passed =
      posts > 0
        ? await throughQueue(open.desk, third.id, Math.min(posts, 50_000))
        : { figures: {}, against: {} }
    const filling = args.includes('--fill')
    const sizes = { companies, mentions, filling, ...(folder ? { folder } : {}) }
    const asked = companies > 0 ? await askCompanies(open, owner, sizes) : {}
    const figures = {
      ...load,
      ...replayed,
      ...passed.figures,
      companies,
      mentions_each: mentions,
      ...asked,
    }
    return {
      figures: { ...figures, load_after: loadavg()[0] ?? null },
      against: { ...against, ...passed.against },
    }
  }, folder)
}

const companyOf = (owner: { headers: Record<string, string> }): string =>
  owner.headers['vigie-company'] ?? ''

/** `--posts=1000` */
const sizeOf = (args: readonly string[], name: string, usual: number): number =>
  Number(given(args, name) ?? usual)

const given = (args: readonly string[], name: string): string | undefined =>
  args.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3)
