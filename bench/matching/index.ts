import type { Query } from '#domain/listening/query/engine/index.ts'
import { createMatcher } from '#domain/listening/query/engine/index.ts'
import { naiveMatch } from '#domain/listening/query/engine/naive-match.ts'
import { parseQuery } from '#domain/listening/query/index.ts'
import type { BenchResult } from '../run.ts'
import { posts } from './corpus.ts'
import { cpuSeconds } from './cpu.ts'
import { features } from './features.ts'
import { hyperscan } from './hyperscan.ts'
import { askPostgres } from './postgres.ts'
import { ours, type Wanted, wantedQueries } from './queries.ts'

const SIZES = [100, 1_000, 10_000]
const ROUNDS = 5

/**
 * How many posts a second of one core matches against 100, 1,000 and 10,000 saved queries. Ours takes raw text. Against:
 * each query asked of each text as plainly as can be, PostgreSQL's text search over ready-made vectors, and Hyperscan.
 * @param args a file of one post a line, in place of made ones; --ours to time nothing else
 */
export async function run(args: string[]): Promise<BenchResult> {
  const file = args.find((argument) => !argument.startsWith('--'))
  const texts = posts(100_000, file)
  const wanted = wantedQueries(texts, 10_000)
  const figures: BenchResult['figures'] = {
    posts: file ? 'of the file' : 'made, 14 words on average',
    cores: 'one process, in CPU seconds; the machine may be shared, which slows it all the same',
  }
  const against: BenchResult['against'] = {}
  for (const size of SIZES) {
    const queries = readAll(wanted.slice(0, size))
    Object.assign(figures, timeOurs(queries, texts))
    if (!args.includes('--ours'))
      against[`naive_${size}_posts_per_cpu_s`] = timeNaive(queries, texts)
  }
  if (args.includes('--ours')) return { figures, against }
  Object.assign(figures, features(texts, readAll(wanted.slice(0, 1_000))))
  Object.assign(against, await askPostgres(texts, wanted, SIZES), hyperscan())
  return { figures, against }
}

function readAll(wanted: readonly Wanted[]): Query[] {
  return wanted.map((one) => {
    const parsed = parseQuery(ours(one))
    if (!parsed.ok) throw new Error(`${ours(one)}: ${parsed.error.code}`)
    return parsed.query
  })
}

function timeOurs(queries: readonly Query[], texts: readonly string[]) {
  const size = queries.length
  const matcher = createMatcher()
  const building = cpuSeconds(() => {
    for (const [i, query] of queries.entries()) matcher.add(`${i}`, query)
  })
  for (const text of texts.slice(0, 21_000)) matcher.match(text)
  let found = 0
  const { posts: read, looked } = matcher.work
  const rounds = Array.from({ length: ROUNDS }, () => {
    found = 0
    return (
      texts.length /
      cpuSeconds(() => {
        for (const text of texts) found += matcher.match(text).length
      })
    )
  })
  const change = cpuSeconds(() => {
    for (const [i, query] of queries.slice(0, 100).entries()) {
      matcher.remove(`${i}`)
      matcher.add(`${i}`, query)
    }
  })
  return {
    [`ours_${size}_posts_per_cpu_s`]: Math.round(Math.max(...rounds)),
    [`ours_${size}_slowest_round`]: Math.round(Math.min(...rounds)),
    [`ours_${size}_build_s`]: Number(building.toFixed(3)),
    [`ours_${size}_replace_one_us`]: Math.round(change * 10_000),
    [`ours_${size}_found_per_post`]: Number((found / texts.length).toFixed(3)),
    [`ours_${size}_looked_at_per_post`]: Number(
      ((matcher.work.looked - looked) / (matcher.work.posts - read)).toFixed(2),
    ),
  }
}

function timeNaive(queries: readonly Query[], texts: readonly string[]): number {
  const some = texts.slice(0, Math.max(2, Math.round(20_000 / queries.length)))
  const seconds = cpuSeconds(() => {
    for (const text of some) for (const query of queries) naiveMatch(query, text)
  })
  return Number((some.length / seconds).toFixed(1))
}
