import { spokenBy } from './members.ts'
import { paces, type Pace } from './pace.ts'
import { randomOf } from './random.ts'
import { react } from './react.ts'
import type { Brand, Said } from './talk.ts'
import { crisis } from './texts/crisis.ts'
import { followersOf, memberOf, type World } from './world.ts'

/** So many well-followed members complain of the same product, the first at once (assumptions: README, "Crises"). */
const CALLERS = 5
/** They are drawn among the so many who are followed most. */
const WELL_FOLLOWED = 200
/** Of those who see a complaint, one in this many says something of it in turn. */
const SPEAKS = 16

export interface CrisisStaged {
  brand: Brand
  /** What tells one crisis from another: same seed, same crisis. */
  seed: string
  /** Epoch milliseconds of the first complaint. */
  from: number
  /** Within how long the callers speak, in milliseconds. */
  within: number
  pace?: Pace
}

/** A cascade of complaints about one product: a few are loud, their followers see it, and some pass it on. In order of time. */
export function crisisAround(world: World, staged: CrisisStaged): Said[] {
  const { brand, seed, from, within, pace = paces.real } = staged
  const random = randomOf(world.seed, 'crisis', seed)
  const rank = random.below(3)
  const say = (memberId: number, at: number, kind: 'calls' | 'voices', which: number): Said => {
    const language = spokenBy(memberOf(world, memberId).language, brand.language)
    const { products, [kind]: patterns } = crisis[language]
    const text = (patterns[which % patterns.length] ?? '')
      .replace('{brand}', brand.name)
      .replace('{product}', products[rank] ?? '')
    return { id: '', at: Math.round(at), memberId, text, language, calls: false }
  }
  const loud = mostFollowed(world)
  const spoken = new Set<number>()
  const posts = Array.from({ length: CALLERS }, (_, i) => {
    const at = from + (i === 0 ? 0 : random.next() * within)
    const caller = loud[random.below(loud.length)] ?? 0
    const call = say(caller, at, 'calls', i)
    spoken.add(caller)
    const followers = followersOf(world, caller)
    const post = { id: `${seed}-${i}`, at, text: call.text, images: 0 }
    const { views } = react(world, followers, post, `caller ${caller}`, pace)
    const heard = views.flatMap((step) =>
      Array.from({ length: step.count }, () => step.at).filter(() => random.chance(1 / SPEAKS)),
    )
    const voices = heard.flatMap((when) => {
      const member = followers[random.below(followers.length)] ?? 0
      if (spoken.has(member)) return []
      spoken.add(member)
      return [say(member, when, 'voices', random.below(1000))]
    })
    return [call, ...voices]
  }).flat()
  return posts
    .toSorted((a, b) => a.at - b.at)
    .map((one, i): Said => Object.assign(one, { id: `crisis-${seed}-${i}` }))
}

const ranked = new WeakMap<World, number[]>()

function mostFollowed(world: World): number[] {
  const known = ranked.get(world)
  if (known) return known
  const found = world.members
    .map(({ id }) => id)
    .toSorted((a, b) => followersOf(world, b).length - followersOf(world, a).length)
    .slice(0, WELL_FOLLOWED)
  ranked.set(world, found)
  return found
}
