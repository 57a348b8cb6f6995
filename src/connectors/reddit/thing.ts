import { z } from 'zod'
import type { Published } from '#connectors/_contract/connector.ts'

/** What we use of a post (`t3`) or a comment (`t1`) of ours as public clients read them. */
export const thingSchema = z.object({
  name: z.string(),
  author: z.string(),
  permalink: z.string(),
  created_utc: z.number(),
  subreddit: z.string().default(''),
  title: z.string().optional(),
  selftext: z.string().default(''),
  is_self: z.boolean().default(false),
  url: z.string().optional(),
  body: z.string().default(''),
  parent_id: z.string().optional(),
  /** Who took it off, where somebody did: `moderator`, `deleted`, `author` and others. */
  removed_by_category: z.string().nullish(),
  ups: z.number().default(0),
  num_comments: z.number().optional(),
})

export type Thing = z.infer<typeof thingSchema>

/** A page of things, newest first. */
export const listingSchema = <T>(data: z.ZodType<T>) =>
  z.object({
    data: z.object({
      after: z.string().nullish(),
      children: z.array(z.object({ kind: z.string(), data })),
    }),
  })

export const publishedOf = ({ name, permalink, created_utc }: Thing): Published => ({
  remoteId: name,
  url: `https://www.reddit.com${permalink}`,
  publishedAt: new Date(created_utc * 1000),
})
