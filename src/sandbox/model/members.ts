import type { Language } from '#platform/text.ts'
import { names } from './names.ts'
import type { Random } from './random.ts'

/** One of those who live on the practice network. */
export interface Member {
  id: number
  handle: string
  name: string
  language: Language
  /** Sends the same advertisement to everybody. */
  spammer: boolean
  /** How much more than the average member this one reacts; the mean over all members is 1. */
  activity: number
}

/**
 * The people of a world, the same ones for the same draws.
 * Most hardly react and a few react a lot: participation inequality (Nielsen, 2006; van Mierlo, 2014).
 */
export function drawMembers(size: number, random: Random): Member[] {
  const taken = new Set<string>()
  return Array.from({ length: size }, (_, id) => drawMember(id, random, taken))
}

/**
 * What a member writes where most people write `common`: the world is at home in French, so where English is
 * common its people change places.
 */
export function spokenBy(own: Language, common: Language = 'fr'): Language {
  if (common === 'fr') return own
  return own === 'fr' ? 'en' : 'fr'
}

const FRENCH = 0.78
const SPAMMERS = 0.012
const ACTIVITY_SPREAD = 1.1
/** A log-normal law of median `exp(-sigma²/2)` has mean 1. */
const ACTIVITY_MEDIAN = Math.exp(-(ACTIVITY_SPREAD ** 2) / 2)

function drawMember(id: number, random: Random, taken: Set<string>): Member {
  const language: Language = random.chance(FRENCH) ? 'fr' : 'en'
  const first = random.pick(names[language].first)
  const last = random.pick(names[language].last)
  return {
    id,
    handle: freeHandle(first, last, random, taken),
    name: random.chance(0.7) ? `${first} ${last}` : `${first} ${last[0]}.`,
    language,
    spammer: random.chance(SPAMMERS),
    activity: random.logNormal(ACTIVITY_MEDIAN, ACTIVITY_SPREAD),
  }
}

function freeHandle(first: string, last: string, random: Random, taken: Set<string>): string {
  const [f, l] = [plain(first), plain(last)]
  const wanted = random.pick([`${f}.${l}`, `${f}_${l}`, `${f}${l[0]}`, `${l}${f}`, `${f}.${l[0]}`])
  let handle = wanted
  for (let n = 2 + random.below(90); taken.has(handle); n++) handle = `${wanted}${n}`
  taken.add(handle)
  return handle
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
}
