import type { PostStatus, PostSummary } from '#domain/publishing/api.ts'
import { dayOf, hourOf, wallTimeAt } from './days.ts'

/** A post and where it stands in a calendar of the company's zone. */
export interface Placed {
  post: PostSummary
  /** In the company's zone. */
  wallTime: string
}

export interface Wanted {
  /** '' for every account. */
  channelId: string
  status: StatusFilter
  /** '' or absent for every campaign, every label. */
  campaignId?: string
  label?: string
}

export const statusFilters = ['', 'scheduled', 'published', 'attention'] as const
export type StatusFilter = (typeof statusFilters)[number]

const ATTENTION: readonly PostStatus[] = ['failed', 'unknown', 'partly-published', 'held']

const UNDER_WAY: readonly PostStatus[] = ['scheduled', 'publishing', 'handed', 'in-review', 'held']

/** Whether somebody must look at it: it failed, in part or whole, or nobody knows. */
export const needsAttention = ({ status }: Pick<PostSummary, 'status'>): boolean =>
  ATTENTION.includes(status)

/**
 * Posts by day, each day in the order of its hours.
 * @param moved wall times (company's zone) of posts being moved, by post: shown before the desk has answered
 */
export function arrange(
  posts: readonly PostSummary[],
  { zone, moved, wanted }: { zone: string; moved: ReadonlyMap<string, string>; wanted: Wanted },
): Map<string, Placed[]> {
  const days = new Map<string, Placed[]>()
  for (const post of posts) {
    if (!isWanted(post, wanted)) continue
    const placed = place(post, zone, moved.get(post.id))
    if (!placed) continue
    const day = dayOf(placed.wallTime)
    const there = days.get(day)
    if (there) there.push(placed)
    else days.set(day, [placed])
  }
  for (const there of days.values()) there.sort(byTime)
  return days
}

function isWanted(post: PostSummary, wanted: Wanted): boolean {
  const { channelId, status, campaignId, label } = wanted
  if (post.status === 'cancelled') return false
  if (campaignId && post.campaignId !== campaignId) return false
  if (label && !post.labels.includes(label)) return false
  if (channelId && !post.channelIds.includes(channelId)) return false
  if (status === 'attention') return needsAttention(post)
  if (status === 'scheduled') return UNDER_WAY.includes(post.status)
  return !status || post.status === status
}

const placedBefore = new WeakMap<PostSummary, Placed>()

/** The same object for the same post at the same time: cells compare by identity. */
function place(post: PostSummary, zone: string, movedTo: string | undefined): Placed | null {
  const wallTime = movedTo ?? standing(post, zone)
  if (!wallTime) return null
  const before = placedBefore.get(post)
  if (before?.wallTime === wallTime) return before
  const placed = { post, wallTime }
  placedBefore.set(post, placed)
  return placed
}

/** Where a post stands on the wall of the company's zone; null for a draft without a date. */
export function standing(post: PostSummary, zone: string): string | null {
  if (post.wallTime && post.timeZone === zone) return post.wallTime
  return post.scheduledAt ? wallTimeAt(new Date(post.scheduledAt), zone) : null
}

function byTime(a: Placed, b: Placed): number {
  if (a.wallTime !== b.wallTime) return a.wallTime < b.wallTime ? -1 : 1
  return a.post.id < b.post.id ? -1 : 1
}

/** More than this many posts of a day fold. */
const SHOWN = 3

/**
 * The posts of a folded day, in the order of their hours: the one somebody holds, those that need attention, then
 * the first ones. A fold that would hide a single post hides none.
 */
export function folded(
  posts: readonly Placed[],
  heldId: string | null,
): { shown: Placed[]; hidden: number } {
  if (posts.length <= SHOWN + 1) return { shown: [...posts], hidden: 0 }
  const rank = ({ post }: Placed) => (post.id === heldId ? 0 : needsAttention(post) ? 1 : 2)
  const first = posts.toSorted((a, b) => rank(a) - rank(b)).slice(0, SHOWN)
  const shown = posts.filter((placed) => first.includes(placed))
  return { shown, hidden: posts.length - shown.length }
}

/** Hours that a week shows: the working day, and as far around it as posts go. Last one included. */
export function hoursOf(posts: readonly Placed[]): number[] {
  const hours = posts.map(({ wallTime }) => hourOf(wallTime))
  const first = Math.min(8, ...hours)
  const last = Math.max(19, ...hours)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
