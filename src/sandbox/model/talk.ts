import type { Language } from '#platform/text.ts'
import { afterActive, zoneOffset } from './hours.ts'
import { spokenBy } from './members.ts'
import { randomOf, type Random } from './random.ts'
import { filled } from './texts/comments.ts'
import { talk } from './texts/talk.ts'
import { memberOf, type World } from './world.ts'

/** A post by someone who lives there: not a reaction, something they say of themselves. */
export interface Said {
  id: string
  /** Epoch milliseconds. */
  at: number
  memberId: number
  text: string
  language: Language
  /** It calls the account by its handle, who is therefore told. */
  calls: boolean
}

/** An account that people may speak of. */
export interface Brand {
  seed: string
  handle: string
  name: string
  /** What most people say it in. */
  language?: Language
}

const DAY = 86_400_000
const TRADE_POSTS = 30
/** Posts a day that name a shop, for each thousand who follow it (an assumption: README, "Talk"). */
const PER_THOUSAND = 0.45

/**
 * What is said of furniture in general on one day (UTC): about thirty posts.
 * @param day number of days since 1970-01-01
 */
export function tradeTalk(world: World, day: number): Said[] {
  const random = randomOf(world.seed, 'trade talk', day)
  return times(TRADE_POSTS, (i) => say(world, `t${day}-${i}`, day, random, 'trade'))
}

/**
 * What is said of one shop on one day, by name or by its handle. Same shop, same day: same words.
 * @param followers how many follow it; more are more often spoken of
 */
export function brandTalk(world: World, brand: Brand, followers: number, day: number): Said[] {
  const random = randomOf(world.seed, 'brand talk', brand.seed, day)
  const expected = (followers / 1000) * PER_THOUSAND
  const count = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0)
  return times(count, (i) => say(world, `b${day}-${i}`, day, random, 'brand', brand))
}

function times(count: number, each: (i: number) => Said): Said[] {
  return Array.from({ length: count }, (_, i) => each(i)).sort((a, b) => a.at - b.at)
}

function say(
  world: World,
  id: string,
  day: number,
  random: Random,
  subject: 'trade' | 'brand',
  brand?: Brand,
): Said {
  const member = memberOf(world, random.below(world.members.length))
  const language = spokenBy(member.language, brand?.language)
  const pattern = random.pick(talk[language][subject])
  const text = filled(pattern, language, '', random, {
    brand: brand?.name ?? '',
    at: `@${brand?.handle ?? ''}`,
  })
  return {
    id,
    at: awakeDuring(world, day, random),
    memberId: member.id,
    text,
    language,
    calls: pattern.includes('{at}'),
  }
}

/** An instant of the day, more often when people are there. */
function awakeDuring(world: World, day: number, random: Random): number {
  const start = day * DAY
  const at = afterActive(start, random.next() * DAY * 0.9, zoneOffset(start, world.zone))
  return Math.min(Math.round(at), start + DAY - 1)
}
