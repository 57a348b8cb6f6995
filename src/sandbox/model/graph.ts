import type { Random } from './random.ts'

/** Who follows whom. Followers of a member lie side by side: `followers[start[m] .. start[m + 1])`. */
export interface Graph {
  size: number
  start: Int32Array
  followers: Int32Array
}

/**
 * Grows a follower graph whose popularity is heavy-tailed: members arrive one after the other and mostly
 * follow those who are already followed (Barabási and Albert, 1999), sometimes a friend of a friend
 * (Holme and Kim, 2002), sometimes anyone, and are followed back now and then. The README gives the sources.
 * @param size members, at least 30
 */
export function growGraph(size: number, random: Random): Graph {
  const edges = new EdgeList(size)
  for (let member = 1; member < size; member++) {
    const wanted = Math.min(
      member,
      1 + Math.floor(random.logNormal(MEDIAN_FOLLOWED, FOLLOWED_SPREAD)),
    )
    let former = -1
    for (let i = 0; i < wanted; i++) {
      const target = chooseTarget(edges, member, former, random)
      if (!edges.add(member, target)) continue
      if (random.chance(FOLLOWED_BACK)) edges.add(target, member)
      former = target
    }
  }
  return edges.byFollowed()
}

const MEDIAN_FOLLOWED = 10
const FOLLOWED_SPREAD = 0.9
const FOLLOWED_BACK = 0.22
const FRIEND_OF_FRIEND = 0.25
const PREFERENTIAL = 0.75

function chooseTarget(edges: EdgeList, member: number, former: number, random: Random): number {
  if (former >= 0 && random.chance(FRIEND_OF_FRIEND)) {
    const friend = edges.someoneFollowedBy(former, random)
    if (friend >= 0 && friend < member) return friend
  }
  // The followed end of an edge taken at random is a member drawn in proportion to popularity.
  if (edges.count > 0 && random.chance(PREFERENTIAL))
    return edges.followedAt(random.below(edges.count))
  return random.below(member)
}

class EdgeList {
  count = 0
  readonly #size: number
  readonly #known = new Set<number>()
  readonly #from: number[] = []
  readonly #to: number[] = []
  readonly #followedBy: number[][]

  constructor(size: number) {
    this.#size = size
    this.#followedBy = Array.from({ length: size }, () => [])
  }

  /** @returns false when the edge is already there, or would join a member to itself */
  add(follower: number, followed: number): boolean {
    const key = follower * this.#size + followed
    if (follower === followed || this.#known.has(key)) return false
    this.#known.add(key)
    this.#from.push(follower)
    this.#to.push(followed)
    this.#followedBy[follower]?.push(followed)
    this.count += 1
    return true
  }

  followedAt(index: number): number {
    return this.#to[index] ?? 0
  }

  someoneFollowedBy(member: number, random: Random): number {
    const list = this.#followedBy[member] ?? []
    return list.length === 0 ? -1 : random.pick(list)
  }

  byFollowed(): Graph {
    const start = new Int32Array(this.#size + 1)
    for (const to of this.#to) start[to + 1] = (start[to + 1] ?? 0) + 1
    for (let m = 0; m < this.#size; m++) start[m + 1] = (start[m + 1] ?? 0) + (start[m] ?? 0)
    const next = start.slice()
    const followers = new Int32Array(this.count)
    this.#to.forEach((to, i) => {
      const place = next[to] ?? 0
      followers[place] = this.#from[i] ?? 0
      next[to] = place + 1
    })
    return { size: this.#size, start, followers }
  }
}
