import { z } from 'zod'
import type { Inbound, Inbox } from '#connectors/_contract/connector.ts'
import { done } from '#connectors/_contract/failure.ts'
import { walkBack } from '#connectors/_contract/walk-back.ts'
import { callGoogle } from '#connectors/_google/call.ts'
import { placeOf, settingsOf } from './account.ts'
import { posts, service } from './api.ts'

/** What we read of a review (`Review`, API v4). Who wrote it has a name at most. */
const reviewSchema = z.object({
  name: z.string(),
  reviewer: z
    .object({ displayName: z.string().optional(), profilePhotoUrl: z.string().optional() })
    .default({}),
  starRating: z.string().default(''),
  comment: z.string().default(''),
  createTime: z.string(),
  updateTime: z.string().optional(),
})

type Review = z.infer<typeof reviewSchema>

const pageSchema = z.object({
  reviews: z.array(reviewSchema).default([]),
  nextPageToken: z.string().optional(),
})

const hour = 3_600_000

/** Reviews of the location, as they were last written: one that was changed comes again. */
export const inbox: Inbox = {
  async read(tools, account, cursor) {
    const url = `${posts}/${placeOf(account)}/reviews`
    const walk = {
      async page(older: string | undefined) {
        const query: Record<string, string> = { pageSize: '50', orderBy: 'updateTime desc' }
        if (older) query['pageToken'] = older
        const page = await callGoogle(tools, account, service, { url, query }, pageSchema)
        if (!page.ok) return page
        return done({ items: page.value.reviews, older: page.value.nextPageToken })
      },
      id: (review: Review) => `${review.name}@${timeOf(review).getTime()}`,
      at: timeOf,
      overlapMs: hour,
      maxPages: 4,
      firstReadMs: 90 * 24 * hour,
    }
    const read = await walkBack(walk, cursor)
    if (!read.ok) return read
    const { page } = settingsOf(account)
    return done({ ...read.value, items: read.value.items.map((one) => inbound(one, page)) })
  },
}

const timeOf = ({ createTime, updateTime }: Review) => new Date(updateTime ?? createTime)

const stars = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE']

/** A review may have stars and no word. */
function inbound(review: Review, url: string): Inbound {
  const { name, reviewer, starRating, comment } = review
  const given = stars.indexOf(starRating) + 1
  const rating = given > 0 ? '★'.repeat(given) + '☆'.repeat(5 - given) : ''
  const called = reviewer.displayName || 'Google'
  return {
    remoteId: name,
    kind: 'comment',
    threadId: name,
    author: {
      remoteId: `of-${name}`,
      handle: called,
      name: called,
      ...(reviewer.profilePhotoUrl ? { avatarUrl: reviewer.profilePhotoUrl } : {}),
    },
    text: [rating, comment].filter((part) => part !== '').join('\n'),
    url,
    at: timeOf(review),
  }
}
