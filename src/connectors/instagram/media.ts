import { z } from 'zod'
import type { Account, Outgoing, Published } from '#connectors/_contract/connector.ts'
import { bare } from '#connectors/_meta/words.ts'

/** What we read of a post (instagram-platform/reference/instagram-media, read 2026-11-25). */
export const mediaSchema = z.object({
  id: z.string(),
  caption: z.string().default(''),
  timestamp: z.string(),
  permalink: z.string().optional(),
  media_type: z.string().optional(),
  children: z.object({ data: z.array(z.unknown()) }).optional(),
})

export type Media = z.infer<typeof mediaSchema>

export const mediaFields = 'id,caption,timestamp,permalink,media_type,children{id}'

export const profileUrl = ({ handle }: Pick<Account, 'handle'>) =>
  `https://www.instagram.com/${handle}/`

export const publishedAs = (account: Account, { id, permalink, timestamp }: Media): Published => ({
  remoteId: id,
  url: permalink ?? profileUrl(account),
  publishedAt: new Date(timestamp),
})

/** Same words; a caption without any is told by how much it shows. */
export function isSame(media: Media, { text, images, video }: Outgoing): boolean {
  if (bare(media.caption) !== bare(text)) return false
  return bare(text) !== '' || (media.children?.data.length ?? 1) === (video ? 1 : images.length)
}

/** Whether a post leaves as a story: seen for 24 hours, in a list of its own. */
export const isStory = ({ options, replyTo }: Pick<Outgoing, 'options' | 'replyTo'>) =>
  options['form'] === 'story' && !replyTo

/** A story has no words: it is told by its kind. */
export const isSameStory = ({ media_type: kind = '' }: Media, { video }: Outgoing) =>
  kind === '' || kind === (video ? 'VIDEO' : 'IMAGE')
