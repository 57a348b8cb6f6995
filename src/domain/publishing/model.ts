import { createHash } from 'node:crypto'
import type { Language, Text } from '#platform/text.ts'
import type { CardPicture } from './cards/card.ts'
import type { CROPS } from './media/api.ts'
import type { DeliveryView } from './deliveries/api.ts'
import type { PostStatus } from './posts/api.ts'

export type PostState = 'draft' | 'scheduled' | 'cancelled'
export type DeliveryState = DeliveryView['state']
export type DeliveryKind = DeliveryView['kind']
export type AttemptAction = 'publish' | 'confirm' | 'remove'
export type AttemptOutcome =
  | 'accepted'
  | 'confirmed'
  | 'absent'
  | 'auth'
  | 'rate'
  | 'rejected'
  | 'transient'
  | 'unknown'

/** What leaves, exactly, frozen when it is planned. */
export interface Content {
  text: string
  language?: Language
  images: FrozenImage[]
  video?: FrozenImage
  options: Record<string, unknown>
  replyTo?: { remoteId: string; data?: Record<string, unknown> }
  poll?: Poll
  /** Sent along with the first link, where the network makes no card by itself. */
  card?: { url: string; title: string; description: string; picture?: CardPicture }
}

/** The point to keep in sight, from the left and from the top, 0 to 1. */
export interface Focal {
  x: number
  y: number
}

/** A ratio that a picture is cut to, width by height. */
export type Crop = (typeof CROPS)[number]

/** A picture as it was chosen when the post was planned. */
export interface FrozenImage {
  mediaId: string
  sha256: string
  alt: string
  focal?: Focal
  crop?: Crop
}

/** What a video is made of, as its own headers say. */
export interface VideoFacts {
  seconds: number
  videoCodec: string
  audioCodec: string | null
  /** Frames per second, on average. */
  frameRate: number
}

/** A further part of a thread. */
export interface Part {
  text: string
  mediaIds: string[]
}

export interface Poll {
  choices: string[]
  /** How long people may vote. */
  minutes: number
  multiple: boolean
}

/**
 * Why a delivery stays although its hour comes; it leaves when none is left.
 *
 * - `approval`: not everybody who must has agreed yet
 * - `crisis`: a person holds everything
 * - `ask`: a person must say what becomes of it
 */
export type Hold = 'approval' | 'crisis' | 'ask'

/** Why the desk put its hour off; over at `until`, or when its hour changes otherwise. */
export interface Wait {
  kind: 'quota'
  /** The quota's name in the manifest. */
  quota: string
  until: string
}

/** What made a post when no person wrote it: a feed, a recurrence, an import, the evergreen library, a program. */
export interface Origin {
  kind: string
  id: string
}

/**
 * Why a delivery did not leave, or what is not known of it.
 *
 * - `access`: the account must be connected again, or was taken off
 * - `rejected`: the network refuses it as it is
 * - `late`: a day has passed since it should have left
 * - `unconfirmed`: it may have left, and the network could not be read back
 * - `taken`: the network shows a post like it that belongs to another delivery
 * - `ours`: the desk itself could not prepare it
 * - `adrift`: what it follows is published, but nobody knows where
 */
export interface Trouble {
  kind: 'access' | 'rejected' | 'late' | 'unconfirmed' | 'taken' | 'ours' | 'adrift'
  reason?: Text
  /** The last words of the network or of the machine. */
  said?: string
}

/** Identity of what leaves: two deliveries with the same hash say the same thing. */
export function hashOf(content: Content): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(content)))
    .digest('hex')
}

/** Keys in order, so that a round trip through the database, which reorders them, changes nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]),
  )
}

/** What a status is made of. */
export interface Progress {
  state: DeliveryState
  tries: number
  holds?: readonly Hold[]
  id?: string
  /** The delivery before it in its chain. */
  afterId?: string | null
}

/** How far a post has come, as one word. What asks for a person's attention comes first. */
export function statusOf(state: PostState, deliveries: readonly Progress[]): PostStatus {
  if (state !== 'scheduled') return state
  const wanted = deliveries
    .filter((d) => d.state !== 'cancelled')
    .map((d) => (isStuck(d, deliveries) ? { ...d, state: 'failed' as const } : d))
  const some = (...states: DeliveryState[]) => wanted.some((d) => states.includes(d.state))
  if (wanted.length === 0) return 'cancelled'
  if (some('unknown')) return 'unknown'
  const held = wanted.filter((d) => d.state === 'planned').flatMap((d) => d.holds ?? [])
  if (held.some((hold) => hold !== 'approval')) return 'held'
  if (held.length > 0) return 'in-review'
  const underWay = some('sending') || wanted.some((d) => d.state === 'planned' && d.tries > 0)
  if (underWay) return 'publishing'
  if (some('handed') && !some('failed')) return 'handed'
  if (some('planned') && some('published', 'failed')) return 'publishing'
  if (some('planned')) return 'scheduled'
  if (!some('failed')) return 'published'
  return some('published') ? 'partly-published' : 'failed'
}

/** Waits for something before it in its chain that will not leave by itself. */
function isStuck({ state, afterId }: Progress, all: readonly Progress[]): boolean {
  if (state !== 'planned' || !afterId) return false
  const before = all.find(({ id }) => id === afterId)
  if (!before || before.state === 'published') return false
  return before.state !== 'planned' ? before.state !== 'sending' : isStuck(before, all)
}

/** What a person may do about a delivery now. */
export function actionsOn(delivery: Progress & { mustConfirm: boolean }): DeliveryView['actions'] {
  switch (delivery.state) {
    case 'planned':
      if (delivery.holds?.includes('ask')) return ['release', 'cancel']
      // While something holds it, asking for another try would change nothing.
      if (delivery.holds && delivery.holds.length > 0) return ['cancel']
      return delivery.tries > 0 ? ['retry', 'cancel'] : ['cancel']
    case 'failed':
      return ['retry', 'mark-published', 'cancel']
    case 'unknown':
      return ['check-again', 'mark-published', 'retry', 'cancel']
    case 'cancelled':
      // Taken off the list while nobody knew whether it had left: that question stays open.
      return delivery.mustConfirm ? ['check-again', 'mark-published'] : []
    default:
      return []
  }
}
