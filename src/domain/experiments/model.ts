import type { Text } from '#platform/text.ts'
import type { Estimate } from './statistics/compare.ts'
import type { Decision } from './statistics/decide.ts'

/** Clicks by people on the desk's links; or likes, reposts and replies together. */
export type FigureKind = 'clicks' | 'engagement'

/** What a figure is divided by: views, followers when the post left, or every post worth another. */
export type ExposureKind = 'views' | 'followers' | 'posts'

/** All that is chosen before the first figure comes in, and never changed afterwards. */
export interface Plan {
  figure: FigureKind
  exposure: ExposureKind
  /** Each post is counted during its own first hours. */
  windowHours: number
  minimumEffect: number
  certainty: number
  plannedEvents: number
}

/** Where a post stands in a comparison. */
export type PostState =
  /** Its hours are over and its figure is known. */
  | 'counted'
  /** Out, its hours are not over. */
  | 'counting'
  /** Not out yet. */
  | 'waiting'
  /** Deleted, cancelled or refused: it will never count. */
  | 'missing'
  /** Out without a link of ours: its clicks are unknown. */
  | 'no-link'
  /** Out, but the network was not read within its hours. */
  | 'unread'

export interface PostFacts {
  postId: string
  excerpt: string
  state: PostState
  /** First and last departure; null when it has not left. */
  publishedAt: Date | null
  countedUntil: Date | null
  channelIds: readonly string[]
  url: string | null
  /** Known when `counted`. */
  count: number | null
  /** Known exposures of the post, whichever could be read. */
  exposures: Partial<Record<ExposureKind, number>>
}

/** What was found, kept when a comparison is concluded. */
export interface Finding {
  sentence: Text
  decision: Decision['kind'] | 'nothing-yet'
  ratio: Estimate | null
  probabilityBBetter: number | null
  counts: { a: number; b: number }
}
