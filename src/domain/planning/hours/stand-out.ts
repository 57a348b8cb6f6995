/** A post of the past: when it left on the company's wall, and the reactions counted since. */
export interface PastPost {
  /** 1 is Monday. */
  weekday: number
  hour: number
  /** Any clock that runs forward, such as days: what grows or fades with it is taken out. */
  time: number
  reactions: number
}

/** Hours whose posts did better, or worse, than the others. */
export interface Standout {
  /** Null: whatever the weekday. */
  weekday: number | null
  /** Null: whatever the hour. */
  hour: number | null
  /** How many posts left then. */
  posts: number
  /** Reactions to a typical post of theirs, as a multiple of those to the others. */
  ratio: number
  /** 95 % interval of the ratio; 1 is outside of it. */
  low: number
  high: number
}

export type Verdict =
  | { kind: 'too-few'; posts: number; needed: number }
  /** Enough posts, and no hour that stands out of chance. */
  | { kind: 'nothing'; posts: number }
  | { kind: 'found'; posts: number; hours: Standout[] }

/** Fewer tell nothing: an hour would be judged by one or two posts. */
export const NEEDED = 30
/** Fewer posts in a group are not judged. */
const LEAST_IN_GROUP = 4
const SHUFFLES = 999
const ONE_IN_FORTY = 0.025

/**
 * Which hours of an account's past stand out of chance, if any.
 *
 * Reactions are compared on a logarithmic scale, y = ln(1 + reactions), after their straight trend over time is taken
 * out. Groups are each weekday, each hour, and each hour of each weekday, that hold at least four posts, compared with
 * all other posts. Two hurdles, both to be taken:
 * - the largest deviation of all groups must exceed what 97.5 % of random shuffles of the posts give (permutation test
 *   of the maximum, Westfall and Young 1993): without any effect, something is said one time in forty;
 * - the deviation shrunk towards zero (empirical Bayes, Efron and Morris 1975), by what such groups of this account
 *   vary beyond chance, must keep its 95 % interval away from zero.
 * @param posts with reactions counted; old enough that few more will come
 */
export function standOut(posts: readonly PastPost[]): Verdict {
  const count = posts.length
  if (count < NEEDED) return { kind: 'too-few', posts: count, needed: NEEDED }
  const groups = groupsOf(posts)
  const y = withoutTrend(posts)
  const spread = Math.sqrt(sum(y.map((value) => value * value)) / (count - 2))
  if (groups.length === 0 || spread < 1e-9) return { kind: 'nothing', posts: count }
  const usual = usualMaximum(y, groups, spread)
  const found = groups.flatMap((group) => {
    const { deviation, error } = compare(y, group, spread)
    if (Math.abs(deviation) / error <= usual) return []
    return judged(group, deviation, error, variance(y, groups, group.family, spread))
  })
  return found.length > 0
    ? { kind: 'found', posts: count, hours: found.toSorted((a, b) => b.ratio - a.ratio) }
    : { kind: 'nothing', posts: count }
}

type Family = 'weekday' | 'hour' | 'both'
interface Group {
  family: Family
  weekday: number | null
  hour: number | null
  /** Places of its posts. */
  members: number[]
}

function groupsOf(posts: readonly PastPost[]): Group[] {
  const groups = new Map<string, Group>()
  for (const [i, { weekday, hour }] of posts.entries()) {
    const kinds = [
      { family: 'weekday', weekday, hour: null },
      { family: 'hour', weekday: null, hour },
      { family: 'both', weekday, hour },
    ] as const
    for (const kind of kinds) {
      const key = `${kind.weekday} ${kind.hour}`
      const group = groups.get(key) ?? { ...kind, members: [] }
      group.members.push(i)
      groups.set(key, group)
    }
  }
  return [...groups.values()].filter(
    ({ members }) =>
      members.length >= LEAST_IN_GROUP && posts.length - members.length >= LEAST_IN_GROUP,
  )
}

/** Logarithms of the reactions, less their straight line over time (least squares). */
function withoutTrend(posts: readonly PastPost[]): number[] {
  const y = posts.map(({ reactions }) => Math.log1p(reactions))
  const x = posts.map(({ time }) => time)
  const [meanX, meanY] = [sum(x) / x.length, sum(y) / y.length]
  const across = sum(x.map((value) => (value - meanX) ** 2))
  const along = sum(x.map((value, i) => (value - meanX) * ((y[i] ?? 0) - meanY)))
  const slope = across > 0 ? along / across : 0
  return y.map((value, i) => value - meanY - slope * ((x[i] ?? 0) - meanX))
}

/**
 * Mean of a group less mean of all others, and the standard error of that. What is left over from a least squares line
 * adds up to zero: the others' total is the group's, turned round.
 */
function compare(y: readonly number[], { members }: Group, spread: number) {
  const apart = 1 / members.length + 1 / (y.length - members.length)
  let within = 0
  for (const i of members) within += y[i] ?? 0
  return { deviation: within * apart, error: spread * Math.sqrt(apart) }
}

/** The largest deviation, in standard errors, that only one in forty shuffles exceeds. */
function usualMaximum(y: readonly number[], groups: readonly Group[], spread: number): number {
  const next = random(y.length)
  const mixed = [...y]
  const maxima = Array.from({ length: SHUFFLES }, () => {
    shuffle(mixed, next)
    let largest = 0
    for (const group of groups) {
      const { deviation, error } = compare(mixed, group, spread)
      largest = Math.max(largest, Math.abs(deviation) / error)
    }
    return largest
  })
  const at = Math.ceil((1 - ONE_IN_FORTY) * (SHUFFLES + 1)) - 1
  return maxima.toSorted((a, b) => a - b)[at] ?? Number.POSITIVE_INFINITY
}

/** How much groups of a family truly vary: the mean square of their deviations, less what chance gives (moments). */
function variance(
  y: readonly number[],
  groups: readonly Group[],
  family: Family,
  spread: number,
): number {
  const own = groups.filter((group) => group.family === family)
  const beyond = own.map((group) => {
    const { deviation, error } = compare(y, group, spread)
    return deviation * deviation - error * error
  })
  return Math.max(0, sum(beyond) / own.length)
}

function judged(group: Group, deviation: number, error: number, between: number): Standout[] {
  const kept = between / (between + error * error)
  const shrunk = kept * deviation
  const margin = 1.96 * Math.sqrt(kept) * error
  if (Math.abs(shrunk) <= margin) return []
  const { weekday, hour, members } = group
  return [
    {
      weekday,
      hour,
      posts: members.length,
      ratio: Math.exp(shrunk),
      low: Math.exp(shrunk - margin),
      high: Math.exp(shrunk + margin),
    },
  ]
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** The same shuffles for the same number of posts: a screen asked twice says the same (mulberry32, T. Ettinger). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** In place (Fisher and Yates). */
function shuffle(values: number[], next: () => number): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    const [a = 0, b = 0] = [values[i], values[j]]
    values[i] = b
    values[j] = a
  }
}
