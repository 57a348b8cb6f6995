import type { Desk } from '#domain/desk.ts'
import { excerptAround } from '../mentions/excerpt.ts'
import type { TopicsView, TopicView } from './api.ts'
import { DAY, FEWEST_USUAL_DAYS, type Period, periodOf } from './period.ts'
import {
  postsBetween,
  type Quoted,
  quoted,
  saidBefore,
  type Scope,
  sourcesOf,
  usualOf,
} from './read-posts.ts'
import { candidates, findRising, type UsualCount } from './rising/find-rising.ts'
import type { Topic } from './rising/gather.ts'
import { riseOf } from './rising/rise.ts'
import type { TermCount } from './rising/term-counts.ts'
import { shown, spellingsIn } from './spellings.ts'
import { togetherWith, withoutParts } from './together.ts'

/** A stretch of time with fewer posts tells nothing of what is usual. */
const FEWEST_POSTS = 5
const MOST_ON_MAP = 30
const EXAMPLES = 2

/** What is new in a scope against its usual, what is most said, and what is said with a query's words. */
export async function readTopics(desk: Desk, scope: Scope, days: number): Promise<TopicsView> {
  const { db } = desk
  const period = periodOf(desk.clock.now(), days)
  const { counted, tooNew } = await sourcesOf(db, scope, period)
  const [posts, before] = await Promise.all([
    postsBetween(db, scope, counted, period.since, period.until),
    saidBefore(db, scope, counted, period),
  ])
  const usable = before.filter((one) => one.posts >= FEWEST_POSTS)
  const needed = Math.ceil(FEWEST_USUAL_DAYS / days)
  const canTell = usable.length >= needed && posts.length > 0
  const found = candidates(posts)
  const usual = await usualOf(db, scope, counted, period, termsIn(found.terms), 'posts')
  const bySaid = new Map(usable.map((one) => [one.stretch, one.posts]))
  const rising = found.terms.filter((count) => mayRise(count, posts.length, usual, bySaid))
  const weighed = canTell
    ? await usualOf(db, scope, counted, period, termsIn(rising), 'weights')
    : new Map<string, UsualCount[]>()
  const said = new Map(usable.map(({ stretch, weight }) => [stretch, weight]))
  const told = { terms: rising, tested: found.tested }
  const topics = canTell ? findRising(posts, told, weighed, said) : []
  const isNew = new Set(topics.flatMap(({ terms }) => terms.map(({ term }) => term)))
  const stretches = usable.map(({ stretch }) => stretch).toSorted((a, b) => b - a)
  const most = mostSaid(found.terms, topics, isNew)
  const { companyId, queryId } = scope
  const together =
    queryId === undefined
      ? { terms: [], elsewherePosts: 0 }
      : await togetherWith(db, companyId, queryId, period, posts.length, found.terms)
  const holding = new Map(found.terms.map((one) => [one.term, one.posts]))
  const wanted = [
    ...isNew,
    ...most.map(({ term }) => term),
    ...together.terms.map(({ term }) => term),
  ]
  const ids = new Set(
    wanted.flatMap(
      (term) =>
        holding
          .get(term)
          ?.slice(0, 3)
          .map(({ id }) => id) ?? [],
    ),
  )
  for (const { lead } of topics) for (const { id } of exampleOf(lead.posts)) ids.add(id)
  const quotes = await quoted(db, scope, [...ids])
  const spellings = spellingsIn(quotes)
  return {
    state: canTell
      ? 'told'
      : posts.length + before.length + tooNew === 0
        ? 'nothing-read'
        : 'too-early',
    period: {
      days,
      since: period.since.toISOString(),
      until: period.until.toISOString(),
      usualSince: period.usualSince.toISOString(),
    },
    posts: posts.length,
    usualPosts: usable.reduce((sum, one) => sum + one.posts, 0),
    usualPeriods: usable.length,
    neededPeriods: needed,
    sourcesTooNew: tooNew,
    tested: found.tested,
    topics: topics.map((topic) =>
      present(desk, topic, period, stretches, usual, quotes, spellings),
    ),
    map: canTell
      ? most.map(({ term, posts: count }) => ({
          word: shown(term, spellings),
          posts: count,
          usual: meanOf(countsOf(usual.get(term), stretches)),
          isNew: isNew.has(term),
        }))
      : [],
    together: together.terms.map(({ term, ...rest }) => ({
      word: shown(term, spellings),
      ...rest,
    })),
    elsewherePosts: together.elsewherePosts,
  }
}

const termsIn = (counts: readonly TermCount[]) => counts.map(({ term }) => term)

/** Posts alone say fast which terms are worth weighing: most are as usual. */
function mayRise(
  { term, posts }: TermCount,
  said: number,
  usual: ReadonlyMap<string, readonly UsualCount[]>,
  before: ReadonlyMap<number, number>,
): boolean {
  const counts = usual.get(term) ?? []
  const total = [...before.values()].reduce((a, b) => a + b, 0)
  const seen = counts.reduce((sum, one) => sum + (before.has(one.stretch) ? one.posts : 0), 0)
  return riseOf({ said, with: posts.length }, [{ said: total, with: seen }]).p < 0.1
}

/** The leads of the topics, then the terms most said that belong to none. */
function mostSaid(
  terms: readonly TermCount[],
  topics: readonly Topic[],
  isNew: ReadonlySet<string>,
) {
  const counted = ({ term, posts }: TermCount) => ({ term, posts: posts.length })
  const others = terms.filter(({ term }) => !isNew.has(term)).map(counted)
  const leads = topics.map(({ lead }) => counted(lead))
  const room = MOST_ON_MAP - leads.length
  return [
    ...leads,
    ...withoutParts(
      others.toSorted((a, b) => b.posts - a.posts),
      room,
    ),
  ]
}

function present(
  desk: Desk,
  { lead, terms }: Topic,
  { until }: Period,
  stretches: readonly number[],
  usual: ReadonlyMap<string, readonly UsualCount[]>,
  quotes: readonly Quoted[],
  spellings: ReadonlyMap<string, string>,
): TopicView {
  const counts = countsOf(usual.get(lead.term), stretches)
  const age = ({ at }: { at: Date }) => (until.getTime() - at.getTime()) / DAY
  const first = lead.posts.reduce((a, b) => (b.at < a.at ? b : a))
  const words = terms.map(({ term }) => shown(term, spellings))
  return {
    words,
    kind: lead.term.startsWith('#')
      ? 'hashtag'
      : lead.term.startsWith('https://')
        ? 'link'
        : 'words',
    posts: lead.posts.length,
    voices: lead.voices,
    sources: lead.sources,
    periods: [...counts, lead.posts.length],
    usual: meanOf(counts),
    since: first.at.toISOString(),
    neverBefore: (usual.get(lead.term) ?? []).length === 0,
    lastDay: lead.posts.filter((post) => age(post) <= 1).length,
    dayBefore: lead.posts.filter((post) => age(post) > 1 && age(post) <= 2).length,
    examples: exampleOf(lead.posts).flatMap(({ id }) => {
      const quote = quotes.find((one) => one.id === id)
      return quote ? [exampleView(desk, quote, words[0] ?? '')] : []
    }),
    expression: expressionFor(terms.map(({ term }) => term)),
  }
}

/** The first post and the last one: how it began, and where it stands; of two voices when there are. */
function exampleOf<T extends { at: Date; voice: string }>(posts: readonly T[]): T[] {
  const inOrder = posts.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const [first] = inOrder
  const last = inOrder.findLast(({ voice }) => voice !== first?.voice)
  return [first, last].flatMap((post) => post ?? []).slice(0, EXAMPLES)
}

function exampleView(
  desk: Desk,
  { text, url, author, source, connectorId, at }: Quoted,
  word: string,
) {
  const start = text.indexOf(word)
  const places = start >= 0 && word !== '' ? [{ start, end: start + word.length }] : []
  const network = desk.connectors.get(connectorId ?? '')?.manifest.name ?? ''
  return {
    excerpt: excerptAround(text, places).text,
    url,
    author,
    source: source || network,
    at: at.toISOString(),
  }
}

function countsOf(
  counts: readonly UsualCount[] | undefined,
  stretches: readonly number[],
): number[] {
  return stretches.map((stretch) => counts?.find((one) => one.stretch === stretch)?.posts ?? 0)
}

const meanOf = (counts: readonly number[]): number =>
  counts.length === 0 ? 0 : counts.reduce((a, b) => a + b, 0) / counts.length

/** The topic as a query: its first two words or phrases, either of them. */
function expressionFor(terms: readonly string[]): string {
  const words = terms.filter((term) => !term.startsWith('https://'))
  if (words.length === 0) return `url:"${(terms[0] ?? '').slice('https://'.length)}"`
  return words
    .slice(0, 2)
    .map((term) => `"${term}"`)
    .join(' OR ')
}
