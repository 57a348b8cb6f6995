import { z } from 'zod'
import type { Account, Published } from '#connectors/_contract/connector.ts'

/**
 * X is renaming: its description (OpenAPI 2.167) says `referenced_posts`, `repost_count`, `note_post`; its guides, and
 * some of its answers still, `referenced_tweets`, `retweet_count`, `note_tweet`. We ask by the description, read both.
 */
const references = z.array(z.object({ type: z.string(), id: z.string() }))
const entities = z.object({
  urls: z
    .array(
      z.object({
        url: z.string(),
        expanded_url: z.string().optional(),
        /** Set when it stands for a picture of the post itself. */
        media_key: z.string().optional(),
      }),
    )
    .nullish(),
})
const note = z.object({ text: z.string(), entities: entities.nullish() })
const count = z.number().optional().catch(undefined)

export const postSchema = z.object({
  id: z.string(),
  text: z.string(),
  created_at: z.string().optional(),
  author_id: z.string().optional(),
  conversation_id: z.string().optional(),
  in_reply_to_user_id: z.string().nullish(),
  referenced_posts: references.nullish(),
  referenced_tweets: references.nullish(),
  attachments: z
    .object({
      media_keys: z.array(z.string()).nullish(),
      poll_ids: z.array(z.string()).nullish(),
    })
    .nullish(),
  entities: entities.nullish(),
  note_post: note.nullish(),
  note_tweet: note.nullish(),
  public_metrics: z
    .object({
      like_count: count,
      reply_count: count,
      quote_count: count,
      bookmark_count: count,
      impression_count: count,
      repost_count: count,
      retweet_count: count,
    })
    .nullish(),
})

export type Post = z.infer<typeof postSchema>

export const userSchema = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string(),
  profile_image_url: z.string().optional(),
  subscription_type: z.string().optional(),
  public_metrics: z
    .object({
      followers_count: count,
      following_count: count,
      post_count: count,
      tweet_count: count,
    })
    .nullish(),
})

export type User = z.infer<typeof userSchema>

/** The post that this one answers. */
export function answeredBy(post: Post): string | undefined {
  const all = post.referenced_posts ?? post.referenced_tweets ?? []
  return all.find(({ type }) => type === 'replied_to')?.id
}

/** The words as people read them: addresses whole, those of its own pictures gone, entities of HTML read. */
export function wordsOf(post: Post): string {
  const whole = post.note_post ?? post.note_tweet ?? post
  let words = whole.text
  for (const { url, expanded_url, media_key } of whole.entities?.urls ?? []) {
    words = words.replaceAll(url, media_key ? '' : (expanded_url ?? url))
  }
  return words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim()
}

/** An id holds the instant of the post: milliseconds since this one, above 22 bits (github.com/twitter-archive/snowflake). */
const snowflakeEpoch = 1_288_834_974_657n

export const timeOf = (id: string) => new Date(Number((BigInt(id) >> 22n) + snowflakeEpoch))

export function publishedOf(account: Pick<Account, 'handle'>, id: string): Published {
  const url = `https://x.com/${account.handle}/status/${id}`
  return { remoteId: id, url, publishedAt: timeOf(id) }
}
