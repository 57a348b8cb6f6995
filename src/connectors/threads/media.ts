import { z } from 'zod'
import type { Account, Outgoing, Published } from '#connectors/_contract/connector.ts'
import { bare } from '#connectors/_meta/words.ts'

const idOnly = z.object({ id: z.string() }).optional()

/** What we read of a post or a reply (threads/reference/media-retrieval, reply-management; read 2026-11-25). */
export const postSchema = z.object({
  id: z.string(),
  text: z.string().default(''),
  timestamp: z.string(),
  permalink: z.string().optional(),
  username: z.string().optional(),
  media_type: z.string().optional(),
  children: z.object({ data: z.array(z.unknown()) }).optional(),
  root_post: idOnly,
  replied_to: idOnly,
  is_reply_owned_by_me: z.boolean().optional(),
})

export type Post = z.infer<typeof postSchema>

export const postFields = 'id,text,timestamp,permalink,media_type,children,replied_to'

export const publishedAs = (account: Account, { id, permalink, timestamp }: Post): Published => ({
  remoteId: id,
  url: permalink ?? `https://www.threads.com/@${account.handle}`,
  publishedAt: new Date(timestamp),
})

/** Same words under the same post; what has no words is told by how much it shows. */
export function isSame(post: Post, { text, images, video, replyTo }: Outgoing): boolean {
  if (replyTo && post.replied_to?.id !== replyTo.remoteId) return false
  if (bare(post.text) !== bare(text)) return false
  return bare(text) !== '' || shown(post) === images.length + (video ? 1 : 0)
}

const shown = ({ children, media_type = '' }: Post) =>
  children?.data.length ?? (media_type.startsWith('TEXT') ? 0 : 1)
