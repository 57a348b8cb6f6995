import { readBunch } from '#connectors/bluesky/jetstream-batch.ts'
import { createMatcher, parseQuery } from '#domain/listening/query/index.ts'
import { normalise } from '#domain/listening/mentions/normalise.ts'
import { readable } from '#domain/listening/model.ts'
import type { BenchResult } from '../run.ts'

const EVENTS = 20_000
const BUNCH = 100
const ROUNDS = 5

/** 2.2 million posts a day, and 130,000 in the fullest hour (dev.to, Houlier, 2026-03-24). */
const MEAN_PER_SECOND = 25
const PEAK_PER_SECOND = 36

const words =
  'le la un une de atelier chaise table bois chêne samedi matin café ville train neige photo chat merci encore toujours jamais peut-être music today people love never where light summer water ✨ 🪑 #photo https://example.com/a'.split(
    ' ',
  )

/**
 * Events of Jetstream per second of processor time, from the message to the queries that it satisfies, with 100 and
 * 1,000 saved queries; against `JSON.parse` of the same messages and nothing else, in the same run.
 */
export async function run(): Promise<BenchResult> {
  const random = seeded(20261126)
  const messages = Array.from({ length: EVENTS }, (_, index) => messageOf(index, random))
  const now = new Date()
  const figures: BenchResult['figures'] = {
    events: EVENTS,
    bytes_per_event: Math.round(
      messages.reduce((sum, m) => sum + Buffer.byteLength(m), 0) / EVENTS,
    ),
    conditions: 'made-up posts of 5 to 40 words; median of 5; machine shared with other work',
  }
  const bare = rateOf(() => messages.forEach((message) => void JSON.parse(message)))
  figures['read_events_per_cpu_second'] = rateOf(() =>
    bunches(messages).forEach((bunch) => void readBunch(bunch, now)),
  )
  for (const count of [100, 1000]) {
    const matcher = createMatcher()
    for (let index = 0; index < count; index++) {
      const parsed = parseQuery(expressionOf(index, random))
      if (parsed.ok) matcher.add(`${index}`, parsed.query)
    }
    let found = 0
    const rate = rateOf(() => {
      found = 0
      for (const bunch of bunches(messages)) {
        for (const item of readBunch(bunch, now).batch.items) {
          found += matcher.match(readable(normalise(item, now))).length
        }
      }
    })
    figures[`matched_${count}_queries_events_per_cpu_second`] = rate
    figures[`matched_${count}_queries_share_of_one_core_at_peak_percent`] = Number(
      ((100 * PEAK_PER_SECOND) / rate).toFixed(3),
    )
    figures[`matched_${count}_queries_found`] = found
  }
  figures['memory_mb'] = Math.round(process.memoryUsage().rss / 1e6)
  return {
    figures,
    against: {
      bare_json_parse_events_per_cpu_second: bare,
      bluesky_posts_per_second_mean: MEAN_PER_SECOND,
      bluesky_posts_per_second_peak: PEAK_PER_SECOND,
    },
  }
}

function rateOf(work: () => void): number {
  work()
  const rates = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return EVENTS / ((user + system) / 1e6)
  }).toSorted((a, b) => a - b)
  return Math.round(rates[Math.floor(ROUNDS / 2)] ?? 0)
}

function bunches(messages: readonly string[]): string[][] {
  const cut: string[][] = []
  for (let at = 0; at < messages.length; at += BUNCH) cut.push(messages.slice(at, at + BUNCH))
  return cut
}

function messageOf(index: number, random: () => number): string {
  const text = Array.from({ length: 5 + Math.floor(random() * 36) }, () => pick(random)).join(' ')
  return JSON.stringify({
    did: `did:plc:${index.toString(36).padStart(24, 'a')}`,
    time_us: 1_764_000_000_000_000 + index * 40_000,
    kind: 'commit',
    commit: {
      rev: '3l3qo2vutsw2b',
      operation: 'create',
      collection: 'app.bsky.feed.post',
      rkey: `3l3q${index.toString(36)}`,
      cid: 'bafyreidwaivazkwu67xztlmuobx35hs2lnfh3kolmgfmucldvhd3sgzcqi',
      record: {
        $type: 'app.bsky.feed.post',
        createdAt: '2026-11-26T03:00:00.000Z',
        langs: ['fr'],
        text: text.slice(0, 300),
      },
    },
  })
}

/** Most queries name a brand that nobody speaks of; a third of them find something now and then. */
const expressionOf = (index: number, random: () => number) =>
  index % 3 === 0
    ? `"${pick(random)} ${pick(random)} ${pick(random)}"`
    : `marque${index} OR (maison${index} ${pick(random)} -promo)`

const pick = (random: () => number) => words[Math.floor(random() * words.length)] ?? ''

/** Mulberry32: the same posts at every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
