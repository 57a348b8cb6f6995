import { z } from 'zod'
import type { Author, Found, Published } from '#connectors/_contract/connector.ts'
import { htmlToText } from '#connectors/_contract/html-text.ts'

export const authorSchema = z.object({
  id: z.string(),
  username: z.string(),
  acct: z.string(),
  display_name: z.string().default(''),
  avatar: z.string().optional().catch(undefined),
  url: z.string().optional().catch(undefined),
  followers_count: z.number().optional().catch(undefined),
})

const count = z.number().optional().catch(undefined)

/** What we use of a Status (docs.joinmastodon.org/entities/Status, read 2026-11-22). */
export const statusSchema = z.object({
  id: z.string(),
  url: z.string().nullish(),
  uri: z.string(),
  created_at: z.string(),
  content: z.string().default(''),
  spoiler_text: z.string().default(''),
  visibility: z.string().default('public'),
  language: z.string().nullish(),
  in_reply_to_id: z.string().nullish(),
  in_reply_to_account_id: z.string().nullish(),
  account: authorSchema,
  media_attachments: z.array(z.unknown()).default([]),
  favourites_count: count,
  reblogs_count: count,
  replies_count: count,
  quotes_count: count,
})

/** An attachment that is a picture, not a video or a sound (docs.joinmastodon.org/entities/MediaAttachment, read 2026-11-26). */
const pictureSchema = z.object({ type: z.enum(['image', 'gifv']) })

export type Status = z.infer<typeof statusSchema>

export const urlOf = (status: Status): string => status.url ?? status.uri

export const textOf = (status: Status): string => htmlToText(status.content)

/**
 * The id under which a post is known for life. snac 2.96 writes ten digits, the second of the last change, before the
 * post's name (an MD5 in hexadecimal): once edited, it has another id and what answers it names that one. Asked for a
 * post, it looks at the name alone, so that any ten digits do. Elsewhere ids last; none has that shape.
 */
export function lastingId(id: string): string {
  const [, name] = /^\d{10}([0-9a-f]{32})$/.exec(id) ?? []
  return name ? `0000000000${name}` : id
}

export function publishedOf(status: Status): Published {
  return {
    remoteId: lastingId(status.id),
    url: urlOf(status),
    publishedAt: new Date(status.created_at),
    data: { uri: status.uri },
  }
}

export function authorOf({ account }: Pick<Status, 'account'>): Author {
  return {
    remoteId: account.id,
    handle: account.acct,
    name: account.display_name || account.username,
    avatarUrl: account.avatar,
    profileUrl: account.url,
    followers: account.followers_count,
  }
}

export function foundOf(status: Status): Found {
  return {
    remoteId: lastingId(status.id),
    url: urlOf(status),
    author: authorOf(status),
    text: [status.spoiler_text, textOf(status)].filter((part) => part !== '').join('\n'),
    language: status.language ?? undefined,
    images: status.media_attachments.filter((one) => pictureSchema.safeParse(one).success).length,
    at: new Date(status.created_at),
    reshares: status.reblogs_count,
  }
}
