import type { Found } from '#connectors/_contract/connector.ts'
import { brandTalk, type Said, tradeTalk } from '#sandbox/model/talk.ts'
import { memberOf, theWorld } from '#sandbox/model/world.ts'
import { chance } from '../matching/corpus.ts'

/** 2026-11-24. */
const DAY = Date.UTC(2026, 10, 24) / 86_400_000
const BRANDS = 1_000
/** One post in so many speaks of a shop that somebody listens for (an assumption: most of a network speaks of other things). */
const SPEAKS = 50
/** So many that as many words as that are said of a shop in a day. */
const FOLLOWERS = 100_000

export interface Brand {
  seed: string
  handle: string
  name: string
}

/** A thousand shops, each with a name of its own. */
export const brands: readonly Brand[] = Array.from({ length: BRANDS }, (_, i) => brandOf(i))

function brandOf(n: number): Brand {
  const name = nameOf(n)
  return { seed: `shop-${n}`, handle: `atelier_${name.toLowerCase()}`, name: `Atelier ${name}` }
}

function nameOf(n: number): string {
  const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'ro', 'su']
  const digits = [...String(n).padStart(3, '0')].map((digit) => syllables[Number(digit)] ?? '')
  const name = `${digits.join('')}nel`
  return `${name[0]?.toUpperCase()}${name.slice(1)}`
}

/** What the practice network says in a day, made larger: in bunches, as a listener hears them. */
export function* recordedDay(posts: number, bunch: number): Generator<Found[]> {
  const world = theWorld()
  const random = chance(3)
  const trade = endless((i) => tradeTalk(world, DAY - i))
  const shops = endless((i) => brandTalk(world, brandOf(i % BRANDS), FOLLOWERS, DAY))
  for (let heard = 0; heard < posts; heard += bunch) {
    yield Array.from({ length: Math.min(bunch, posts - heard) }, (_, i) => {
      const said = (random() < 1 / SPEAKS ? shops : trade).next().value
      return found(said, heard + i, posts)
    })
  }
}

/** Shops speak in turn, a few words each, and begin again. */
function* endless(make: (round: number) => Said[]): Generator<Said, never> {
  for (let round = 0; ; round++) yield* make(round)
}

function found(said: Said, place: number, posts: number): Found {
  const author = memberOf(theWorld(), said.memberId)
  return {
    remoteId: `${place}`,
    url: `https://agora.example/${place}`,
    text: said.text,
    language: said.language,
    at: new Date(DAY * 86_400_000 + Math.floor((place / posts) * 86_400_000)),
    author: { remoteId: `${said.memberId}`, handle: author.handle, name: author.name },
  }
}
