import { termsOf } from '#domain/listening/signals/terms/index.ts'
import { hourOf } from '#domain/listening/topics/hours/hour.ts'
import { Numbering } from '#domain/listening/topics/hours/numbering.ts'
import { pack, type PostRow } from '#domain/listening/topics/hours/pack.ts'
import { tallyOf } from '#domain/listening/topics/hours/tally.ts'
import { findRising } from '#domain/listening/topics/rising/find-rising.ts'
import { ownPosts } from '../../tools/signals/corpus.ts'
import { mulberry } from '../../tools/signals/score.ts'
import type { BenchResult } from '../run.ts'
import { percent, perCpuSecond } from './cpu.ts'

const DAY = 86_400_000
const WEEKS = 4
const PLANTED = 3
const RUNS = 20

/**
 * Terms: posts and terms a second of CPU. Then topics: weeks drawn from our own posts, with three topics planted in the
 * last one, in 6, 9 or 12 posts of as many people, each in the words of a post of the corpus: how many are found, and
 * how many others are announced. The same weeks with nothing planted say how many are announced in calm.
 */
export function terms(): BenchResult {
  const posts = (['fr', 'en'] as const).flatMap((language) =>
    ownPosts(language).map(({ text }) => ({ text, language })),
  )
  if (posts.length === 0) return { figures: {}, against: {} }
  const language = new Map(posts.map((post) => [post.text, post.language]))
  const read = (text: string) => termsOf(text, language.get(text) ?? null)
  const perSecond = perCpuSecond([...language.keys()], read)
  const each = posts.reduce((sum, { text }) => sum + read(text).length, 0) / posts.length
  const found = { 6: 0, 9: 0, 12: 0 }
  let [falsely, calmly] = [0, 0]
  for (let run = 0; run < RUNS; run++) {
    const outcome = weeks(posts, run, true)
    for (const size of [6, 9, 12] as const) if (outcome.sizes.has(size)) found[size]++
    falsely += outcome.others
    calmly += weeks(posts, run, false).others
  }
  return {
    figures: {
      terms_posts_per_cpu_second: perSecond,
      terms_per_cpu_second: Math.round(perSecond * each),
      terms_per_post: Number(each.toFixed(1)),
      topics_found_of_6_posts: percent(found[6] / RUNS),
      topics_found_of_9_posts: percent(found[9] / RUNS),
      topics_found_of_12_posts: percent(found[12] / RUNS),
      topics_falsely_announced_per_week: Number((falsely / RUNS).toFixed(2)),
      topics_falsely_announced_per_calm_week: Number((calmly / RUNS).toFixed(2)),
    },
    against: {},
  }
}

/** Invented words: the corpus has none of them. */
const NAMES = ['zorvane', 'quimbel', 'tarpuno']
const WITH = ['frolique', 'dasmote', 'vilbren']
const SIZES = [6, 9, 12] as const

function weeks(
  posts: readonly { text: string; language: string }[],
  run: number,
  planted: boolean,
) {
  const random = mulberry(run + 1)
  const pick = (n: number) => Math.floor(random() * n)
  const draw = (week: number, more = ''): PostRow => {
    const post = posts[pick(posts.length)]
    const text = `${post?.text ?? ''} ${more}`
    const at = new Date((week * 7 + random() * 7) * DAY)
    const voice = `v${pick(300)}`
    const keys = termsOf(text, post?.language ?? null).map(({ key }) => key)
    return { id: `${week}-${random()}`, at, voice, source: `s${pick(5)}`, terms: keys, queries: [] }
  }
  const said = Array.from({ length: WEEKS + 1 }, (_, week) =>
    Array.from({ length: 400 }, () => draw(week)),
  ).flat()
  for (let i = 0; planted && i < PLANTED; i++)
    for (let n = 0; n < (SIZES[i] ?? 0); n++) said.push(draw(WEEKS, `. ${NAMES[i]} ${WITH[i]}`))
  const { packed, words } = pack(said)
  const [usualSince, since, until] = [0, WEEKS * 7, (WEEKS + 1) * 7].map(
    (day) => new Date(day * DAY),
  ) as [Date, Date, Date]
  const numbering = new Numbering()
  const hour = {
    ...hourOf(packed, words, (key) => numbering.of(key)),
    idOf: (place: number) => said[place]?.id ?? '',
  }
  const period = { days: 7, since, until, usualSince }
  const tally = tallyOf({ hours: [hour], numbering }, period, new Set(packed.sources), undefined)
  const before = new Map(tally.before.map(({ stretch, weight }) => [stretch, weight]))
  const topics = findRising(tally.weight, tally, tally.weigh(tally.terms), before)
  const names = topics.map((topic) =>
    NAMES.findIndex((name) => topic.terms.some(({ term }) => term.includes(name))),
  )
  return {
    sizes: new Set(names.flatMap((i) => SIZES[i] ?? [])),
    others: names.filter((i) => i === -1).length,
  }
}
