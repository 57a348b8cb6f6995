import { growGraph, type Graph } from './graph.ts'
import { drawMembers, type Member } from './members.ts'
import { randomOf } from './random.ts'

/** The people of the practice network and who follows whom. Made of its seed alone: nothing is stored. */
export interface World {
  seed: string
  /** Where its people sleep and wake. */
  zone: string
  members: readonly Member[]
  graph: Graph
}

/** The one world of a desk. Changing any of these changes every practice company's history. */
const WORLD_SEED = 'vigie-1'
const WORLD_SIZE = 10_000
export const WORLD_ZONE = 'Europe/Paris'

/**
 * Builds a world: same seed and size, same people, same followers.
 * @param size members, at least 30; 10,000 take about a tenth of a second
 */
export function buildWorld(seed: string, size = WORLD_SIZE, zone = WORLD_ZONE): World {
  if (!Number.isInteger(size) || size < 30)
    throw new RangeError(`a world needs 30 members, not ${size}`)
  return {
    seed,
    zone,
    members: drawMembers(size, randomOf(seed, 'members')),
    graph: growGraph(size, randomOf(seed, 'graph')),
  }
}

let only: World | undefined

/** The desk's world, built at its first use and kept: it never changes. */
export function theWorld(): World {
  only ??= buildWorld(WORLD_SEED)
  return only
}

/** Those who follow a member. A view, not a copy. */
export function followersOf(world: World, member: number): Int32Array {
  const { start, followers } = world.graph
  return followers.subarray(start[member] ?? 0, start[member + 1] ?? 0)
}

/** @throws RangeError for someone who does not live there */
export function memberOf(world: World, id: number): Member {
  const member = world.members[id]
  if (!member) throw new RangeError(`nobody is number ${id} in this world`)
  return member
}
