import type { Desk } from '#domain/desk.ts'
import { excerptAround } from '../mentions/excerpt.ts'
import { countDueHours } from '../overview/count-hours.ts'
import type { TopicsView, TopicView } from './api.ts'
import { expressionFor } from './expression-for.ts'
import { heardSince, numberedAs } from './hours/heard-days.ts'
import { hoursSince } from './hours/read-hours.ts'
import { type Tally, tallyOf } from './hours/tally.ts'
import { DAY, FEWEST_USUAL_DAYS, type Period, periodOf } from './period.ts'
import { type Quoted, quoted, type Scope, sourcesOf } from './read-posts.ts'
import { findRising, type UsualCount } from './rising/find-rising.ts'
import type { Topic } from './rising/gather.ts'
import { riseOf } from './rising/rise.ts'
import type { TermCount, TopicPost } from './rising/term-counts.ts'
import { shown, spellingsIn } from './spellings.ts'
import { type Together, togetherWith, withoutParts } from './together.ts'

/** A stretch of time with fewer posts tells nothing of what is usual. */
const FEWEST_POSTS = 5
const MOST_ON_MAP = 30
const EXAMPLES = 2

/**
 * What is new in a scope against its usual, what is most said, and what is said with a query's words. Hours that changed
 * are packed first, so that what is answered is true at that instant, and nothing forgotten is in it.
 */
export async function readTopics(desk: Desk, scope: Scope, days: number): Promise<TopicsView> {
  const { db } = desk
  const { companyId, of, queryId } = scope
  const period = periodOf(desk.clock.now(), days)
  await countDueHours(desk, companyId)
  const kept = await hoursSince(db, companyId, period.usualSince, period.since)
  const heard = (since: Date) => heardSince(db, companyId, since, period.since)
  const said = of === 'heard' ? await heard(period.usualSince) : kept
  const { counted, tooNew } = await sourcesOf(db, companyId, kept.hours, period)
  const tally = tallyOf(said, period, counted, queryId)
  const together = async () =>
    queryId === undefined
      ? nothing
      : togetherWith(db, { companyId, queryId }, period.since, tally, [
          kept,
          numberedAs(kept, await heard(period.since)),
        ])
  return tellTopics(desk, scope, period, { tally, tooNew, together: await together() })
}

const nothing: Together = { terms: [], elsewherePosts: 0 }

/**
 * The same of what was counted already.
 * With the sources left out, and what is said with the words of the query
 */
export async function tellTopics(
  desk: Desk,
  scope: Scope,
  period: Period,
  { tally, tooNew, together }: { tally: Tally; tooNew: number; together: Together },
): Promise<TopicsView> {
  const { db } = desk
  const { before, posts, terms: found } = tally
  const usable = before.filter((one) => one.posts >= FEWEST_POSTS)
  const needed = Math.ceil(FEWEST_USUAL_DAYS / period.days)
  const canTell = usable.length >= needed && posts > 0
  const bySaid = new Map(usable.map((one) => [one.stretch, one.posts]))
  const rising = canTell ? found.filter((count) => mayRise(count, tally, bySaid)) : []
  const said = new Map(usable.map(({ stretch, weight }) => [stretch, weight]))
  const told = { terms: rising, tested: tally.tested }
  const topics = canTell ? findRising(tally.weight, told, tally.weigh(rising), said) : []
  const isNew = new Set(topics.flatMap(({ terms }) => terms.map(({ term }) => term)))
  const stretches = usable.map(({ stretch }) => stretch).toSorted((a, b) => b - a)
  const most = mostSaid(found, topics, isNew)
  const holding = new Map(found.map((one) => [one.term, one.posts]))
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
    state: canTell ? 'told' : posts + before.length + tooNew === 0 ? 'nothing-read' : 'too-early',
    period: {
      days: period.days,
      since: period.since.toISOString(),
      until: period.until.toISOString(),
      usualSince: period.usualSince.toISOString(),
    },
    posts,
    usualPosts: usable.reduce((sum, one) => sum + one.posts, 0),
    usualPeriods: usable.length,
    neededPeriods: needed,
    sourcesTooNew: tooNew,
    tested: tally.tested,
    topics: topics.map((topic) =>
      present(desk, topic, { period, stretches, tally, quotes, spellings }),
    ),
    map: canTell
      ? most.map(({ term, posts: count }) => ({
          word: shown(term, spellings),
          posts: count,
          usual: meanOf(countsOf(tally.usual(term), stretches)),
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

/** Posts alone say fast which terms are worth weighing: most are as usual. */
function mayRise(
  { term, posts }: TermCount,
  { usual, posts: said }: Tally,
  before: ReadonlyMap<number, number>,
): boolean {
  const total = [...before.values()].reduce((a, b) => a + b, 0)
  const seen = usual(term).reduce((sum, one) => sum + (before.has(one.stretch) ? one.posts : 0), 0)
  return riseOf({ said, with: posts.length }, [{ said: total, with: seen }]).p < 0.1
}

/** The leads of the topics, then the terms most said that belong to none; of those met as often, by the alphabet. */
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
      others.toSorted((a, b) => b.posts - a.posts || (a.term < b.term ? -1 : 1)),
      room,
    ),
  ]
}

/** What a topic is told by: what was said in its period and before, and how it was written. */
interface Telling {
  period: Period
  stretches: readonly number[]
  tally: Tally
  quotes: readonly Quoted[]
  spellings: ReadonlyMap<string, string>
}

function present(desk: Desk, { lead, terms }: Topic, telling: Telling): TopicView {
  const { period, stretches, quotes, spellings } = telling
  const { usual } = telling.tally
  const counts = countsOf(usual(lead.term), stretches)
  const age = ({ at }: { at: Date }) => (period.until.getTime() - at.getTime()) / DAY
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
    neverBefore: usual(lead.term).length === 0,
    lastDay: lead.posts.filter((post) => age(post) <= 1).length,
    dayBefore: lead.posts.filter((post) => age(post) > 1 && age(post) <= 2).length,
    examples: exampleOf(lead.posts).flatMap(({ id }) => {
      const quote = quotes.find((one) => one.id === id)
      return quote ? [exampleView(desk, quote, words[0] ?? '')] : []
    }),
    expression: expressionFor(
      terms.map(({ term }) => term),
      spellings,
    ),
  }
}

/** The first post and the last one: how it began, and where it stands; of two voices when there are. */
function exampleOf<T extends Pick<TopicPost, 'at' | 'voice'>>(posts: readonly T[]): T[] {
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
