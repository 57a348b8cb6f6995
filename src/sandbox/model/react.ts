import type { Language } from '#platform/text.ts'
import { spokenBy } from './members.ts'
import type { CommentTone } from './texts/comment-tone.ts'
import { writeComment } from './texts/comments.ts'
import { featuresOf, luckOf, propensityOf, type Features, type Propensity } from './appeal.ts'
import { afterActive, zoneOffset } from './hours.ts'
import { paces, type Pace } from './pace.ts'
import { randomOf, type Random } from './random.ts'
import { toneOf } from './tone.ts'
import { viewSteps, type ViewStep } from './views.ts'
import { followersOf, memberOf, type World } from './world.ts'

/** A post as the audience meets it. */
export interface WorldPost {
  id: string
  /** Epoch milliseconds. */
  at: number
  text: string
  images: number
  /** What most of those who comment write in; French when not said. */
  language?: Language
}

export interface Reaction {
  /** Epoch milliseconds, never before the post. */
  at: number
  kind: 'like' | 'reshare' | 'comment' | 'click' | 'follow'
  memberId: number
  /** The member whose reshare brought the post here; absent for those who follow the account itself. */
  viaMemberId?: number
  /** Of comments. */
  text?: string
  tone?: CommentTone
  language?: Language
}

export interface Aftermath {
  /** In order of time. */
  reactions: Reaction[]
  /** How many more people had seen the post at each of these instants; the sum is the number of views. */
  views: ViewStep[]
}

/**
 * All that will follow a post, decided when it is published: who sees it and when, who likes it, clicks,
 * comments, follows, and reshares it to their own followers, who then see it in their turn.
 * Same world, audience, post and seed: same aftermath.
 * @param audience ids of the members who follow the account
 * @param seed the account's
 */
export function react(
  world: World,
  audience: ArrayLike<number>,
  post: WorldPost,
  seed: string,
  pace: Pace = paces.real,
): Aftermath {
  const telling = new Telling(world, audience, post, randomOf(world.seed, seed, post.id), pace)
  telling.show(audience, null, post.at)
  for (let next = telling.nextReshare(); next; next = telling.nextReshare()) {
    telling.show(followersOf(world, next.memberId), next.memberId, next.at)
  }
  if (pace.alwaysAnswered) telling.makeSureOfOneComment(audience)
  return telling.aftermath()
}

/** Beyond a week a post is no longer met (nobody reacts for ever, and a history must end). */
const HORIZON = 7 * 24 * 3_600_000
const FOLLOWS_AFTER_RESHARE = 0.012

class Telling {
  readonly #world: World
  readonly #post: WorldPost
  readonly #random: Random
  readonly #pace: Pace
  readonly #features: Features
  readonly #willing: Propensity
  readonly #luck: number
  readonly #offset: number
  readonly #seen: Uint8Array
  readonly #follows: Uint8Array
  readonly #reactions: Reaction[] = []
  readonly #views: number[] = []
  readonly #waiting: Reaction[] = []

  constructor(
    world: World,
    audience: ArrayLike<number>,
    post: WorldPost,
    random: Random,
    pace: Pace,
  ) {
    this.#world = world
    this.#post = post
    this.#random = random
    this.#pace = pace
    this.#features = featuresOf(post.text, post.images)
    this.#willing = propensityOf(this.#features)
    this.#luck = luckOf(random)
    this.#offset = zoneOffset(post.at, world.zone)
    this.#seen = new Uint8Array(world.members.length)
    this.#follows = new Uint8Array(world.members.length)
    for (let i = 0; i < audience.length; i++) this.#follows[audience[i] ?? 0] = 1
  }

  /** Puts the post before people, at their own hour; `via` is who passed it on. */
  show(people: ArrayLike<number>, via: number | null, from: number): void {
    const { reach, medianDelay, delaySpread } = this.#pace
    for (let i = 0; i < people.length; i++) {
      const member = people[i] ?? 0
      if (this.#seen[member] || !this.#random.chance(reach)) continue
      const at = this.#later(from, this.#random.logNormal(medianDelay, delaySpread))
      if (at > this.#post.at + HORIZON || !this.#random.chance(this.#freshness(at - from))) continue
      this.#seen[member] = 1
      this.#views.push(at)
      this.#decide(member, via, at)
    }
  }

  /** The earliest reshare that has not been shown yet: what comes first must be seen first. */
  nextReshare(): Reaction | undefined {
    let first = 0
    for (let i = 1; i < this.#waiting.length; i++) {
      if ((this.#waiting[i]?.at ?? 0) < (this.#waiting[first]?.at ?? 0)) first = i
    }
    return this.#waiting.splice(first, 1)[0]
  }

  makeSureOfOneComment(audience: ArrayLike<number>): void {
    if (audience.length === 0 || this.#reactions.some((r) => r.kind === 'comment')) return
    const member = audience[this.#random.below(audience.length)] ?? 0
    const at = this.#later(this.#post.at, this.#pace.medianDelay)
    if (!this.#seen[member]) this.#views.push(at)
    this.#comment(member, null, at, this.#random.chance(0.7) ? 'question' : undefined)
  }

  aftermath(): Aftermath {
    return { reactions: this.#reactions.sort((a, b) => a.at - b.at), views: viewSteps(this.#views) }
  }

  #decide(member: number, via: number | null, at: number): void {
    const { activity, spammer } = memberOf(this.#world, member)
    const eager = Math.min(activity, 12) * this.#luck
    const random = this.#random
    if (random.chance(this.#willing.like * eager)) this.#add('like', member, via, at, 6)
    if (random.chance(this.#willing.click * eager)) this.#add('click', member, via, at, 10)
    if (random.chance(this.#willing.reshare * eager)) {
      this.#waiting.push(this.#add('reshare', member, via, at, 12))
    }
    if (random.chance(this.#willing.comment * eager * (spammer ? 8 : 1)))
      this.#comment(member, via, at)
    if (!this.#follows[member] && random.chance(FOLLOWS_AFTER_RESHARE * eager)) {
      this.#add('follow', member, via, at, 30)
    }
  }

  #comment(member: number, via: number | null, at: number, wanted?: CommentTone): void {
    const { spammer, language: own } = memberOf(this.#world, member)
    const language = spokenBy(own, this.#post.language)
    const tone = spammer ? 'spam' : (wanted ?? toneOf(this.#features, this.#random))
    const text = writeComment(tone, language, this.#post.text, this.#random)
    Object.assign(this.#add('comment', member, via, at, 60), { text, tone, language })
  }

  #add(
    kind: Reaction['kind'],
    memberId: number,
    via: number | null,
    at: number,
    seconds: number,
  ): Reaction {
    const took = this.#random.logNormal(seconds * 1000 * this.#pace.handling, 0.6)
    const reaction: Reaction = { at: Math.round(at + took), kind, memberId }
    if (via !== null) reaction.viaMemberId = via
    this.#reactions.push(reaction)
    return reaction
  }

  #later(from: number, delay: number): number {
    return Math.ceil(this.#pace.sleeps ? afterActive(from, delay, this.#offset) : from + delay)
  }

  /** What waited all night is under what came since. */
  #freshness(waited: number): number {
    return Math.exp(-waited / this.#pace.buriedAfter)
  }
}
