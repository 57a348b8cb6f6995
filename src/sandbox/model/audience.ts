import { randomOf } from './random.ts'
import type { World } from './world.ts'

/**
 * The members who follow an account, in the order in which they came. Active members are more likely to,
 * and those who are there first stay: a larger audience begins with the smaller one.
 * @param seed the account's
 * @param size at most the world's; more is brought down to it
 */
export function audienceOf(world: World, seed: string, size: number): number[] {
  const random = randomOf(world.seed, 'audience', seed)
  // Efraimidis and Spirakis (2006): the smallest of exponential draws of rate w is a draw in proportion to w.
  const keyed = world.members.map(({ id, activity }) => ({
    id,
    key: -Math.log(1 - random.next()) / Math.sqrt(activity),
  }))
  return keyed
    .sort((a, b) => a.key - b.key)
    .slice(0, Math.max(0, size))
    .map(({ id }) => id)
}
