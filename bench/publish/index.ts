import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openEmbedded, openPrivateTcp } from '#platform/postgres/embedded.ts'
import type { BenchResult } from '../run.ts'
import { onceAMinute, whenDue } from './senders.ts'
import { openStage } from './stage.ts'

const ACCOUNTS = 20
const POSTS = 1000

/**
 * How late a thousand posts leave that are due at the same instant, by twenty accounts of the practice network,
 * which is served by the same process. Against: the same desk that looks once a minute for what is due, the posts
 * falling due half a minute before it looks, as they do on average.
 *
 * Lateness is told by the network: the instant it accepted a post, less the instant the post was due.
 */
export async function run(): Promise<BenchResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vigie-bench-publish-'))
  const embedded = await openEmbedded(path.join(folder, 'embedded'))
  const given = process.env['DATABASE_URL']
  const server = given ? undefined : await openPrivateTcp(path.join(folder, 'server'))
  const databases = { embedded: embedded.url, server: given ?? server?.url ?? '' }
  const result: BenchResult = { figures: {}, against: {} }
  try {
    for (const [name, url] of Object.entries(databases)) {
      const stage = await openStage(url, path.join(folder, `data-${name}`), { accounts: ACCOUNTS })
      await stage.plan(20)
      await whenDue(stage, 100)
      await stage.plan(POSTS)
      note(result.figures, name, await whenDue(stage, 3000))
      await stage.plan(POSTS)
      note(result.against, name, await onceAMinute(stage))
      await stage.close()
    }
  } finally {
    await embedded.stop()
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return result
}

/** @param late milliseconds, one for each post */
function note(figures: BenchResult['figures'], name: string, late: number[]): void {
  const inOrder = late.toSorted((a, b) => a - b)
  const at = (share: number, of = inOrder) =>
    Math.round(of[Math.ceil(share * of.length) - 1] ?? Number.NaN)
  const first = inOrder.slice(0, 100)
  figures[`${name}_posts`] = late.length
  figures[`${name}_p50_ms`] = at(0.5)
  figures[`${name}_p99_ms`] = at(0.99)
  figures[`${name}_first_100_p50_ms`] = at(0.5, first)
  figures[`${name}_first_100_p99_ms`] = at(0.99, first)
  const took = ((inOrder.at(-1) ?? 0) - (inOrder[0] ?? 0)) / 1000
  figures[`${name}_posts_per_second`] = Math.round(late.length / took)
}
