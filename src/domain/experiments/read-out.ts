import type { ExposureKind, Plan, PostFacts } from './model.ts'
import { compare, type Comparison, type Model } from './statistics/compare.ts'
import { decide, type Decision } from './statistics/decide.ts'

export type ReadOutDecision = Decision | { kind: 'nothing-yet' }

export interface ReadOut {
  a: PostFacts[]
  b: PostFacts[]
  /** What figures are divided by: as planned, or the next best when a post's is not known. */
  exposure: ExposureKind
  /** Null as long as a version has no counted post. */
  comparison: Comparison | null
  decision: ReadOutDecision
}

/** Reads a comparison out of its facts by the plan made beforehand. Pure. */
export function readOut(plan: Plan, a: PostFacts[], b: PostFacts[]): ReadOut {
  const counted = { a: a.filter(isCounted), b: b.filter(isCounted) }
  const exposure = commonExposure(plan.exposure, [...counted.a, ...counted.b])
  if (counted.a.length === 0 || counted.b.length === 0) {
    return { a, b, exposure, comparison: null, decision: { kind: 'nothing-yet' } }
  }
  const posts = (arm: CountedPost[]) =>
    arm.map(({ count, exposures }) => ({ count, exposure: exposures[exposure] ?? 1 }))
  const [ofA, ofB] = [posts(counted.a), posts(counted.b)]
  const model = modelFor(plan, exposure, [...ofA, ...ofB])
  const comparison = compare(ofA, ofB, { model, certainty: plan.certainty })
  return { a, b, exposure, comparison, decision: decide(comparison, plan) }
}

export type CountedPost = PostFacts & { count: number }

export function isCounted(post: PostFacts): post is CountedPost {
  return post.state === 'counted' && post.count !== null
}

const nextBest: Record<ExposureKind, ExposureKind[]> = {
  views: ['views', 'followers', 'posts'],
  followers: ['followers', 'posts'],
  posts: ['posts'],
}

/** One measure for all posts: a rate per view here and per follower there would compare nothing. */
function commonExposure(planned: ExposureKind, posts: readonly CountedPost[]): ExposureKind {
  return (
    nextBest[planned].find((kind) => posts.every(({ exposures }) => exposures[kind])) ?? 'posts'
  )
}

/** A click out of each view or none is a proportion; anything else is a rate. */
function modelFor(
  { figure }: Plan,
  exposure: ExposureKind,
  posts: readonly { count: number; exposure: number }[],
): Model {
  const within = posts.every((post) => post.count <= post.exposure)
  return figure === 'clicks' && exposure === 'views' && within ? 'proportion' : 'rate'
}
