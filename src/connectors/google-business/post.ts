import { z } from 'zod'
import type { Account, Published } from '#connectors/_contract/connector.ts'
import { settingsOf } from './account.ts'

/** What we use of a post (`LocalPost`, API v4). */
export const postSchema = z.object({
  name: z.string(),
  summary: z.string().optional(),
  topicType: z.string().optional(),
  event: z.object({ title: z.string().optional() }).optional(),
  createTime: z.string().optional(),
  searchUrl: z.string().optional(),
  state: z.string().optional(),
})

export type Post = z.infer<typeof postSchema>

/** A post that Google still looks at has no address yet: that of the location stands for it. */
export function publishedOf(account: Account, post: Post, now: Date): Published {
  const at = Date.parse(post.createTime ?? '')
  return {
    remoteId: post.name,
    url: post.searchUrl || settingsOf(account).page,
    publishedAt: Number.isNaN(at) ? now : new Date(at),
  }
}
