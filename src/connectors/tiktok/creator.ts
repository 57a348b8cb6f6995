import { z } from 'zod'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { call } from './api.ts'

/** What the account may do today, in our words. */
export const creatorSchema = z.object({
  privacyLevels: z.array(z.string()),
  commentOff: z.boolean(),
  duetOff: z.boolean(),
  stitchOff: z.boolean(),
  maxSeconds: z.number().int().positive().nullable(),
})

export type Creator = z.infer<typeof creatorSchema>

const answerSchema = z.object({
  creator_username: z.string(),
  creator_nickname: z.string().default(''),
  creator_avatar_url: z.string().optional(),
  privacy_level_options: z.array(z.string()),
  comment_disabled: z.boolean().default(false),
  duet_disabled: z.boolean().default(false),
  stitch_disabled: z.boolean().default(false),
  max_video_post_duration_sec: z.number().int().positive().nullish(),
})

interface Told {
  username: string
  nickname: string
  avatarUrl?: string
  creator: Creator
}

/**
 * Asks what the account may do today: TikTok wants it asked before each post
 * (content-posting-api-reference-query-creator-info, 20 requests a minute).
 */
export async function askCreator(
  tools: Tools,
  account: Pick<Account, 'secrets'>,
): Promise<Outcome<Told>> {
  const request = { path: 'post/publish/creator_info/query/', method: 'POST' as const, json: {} }
  const answer = await call(tools, account, request, answerSchema)
  if (!answer.ok) return answer
  const told = answer.value
  return done({
    username: told.creator_username,
    nickname: told.creator_nickname,
    ...(told.creator_avatar_url ? { avatarUrl: told.creator_avatar_url } : {}),
    creator: {
      privacyLevels: told.privacy_level_options,
      commentOff: told.comment_disabled,
      duetOff: told.duet_disabled,
      stitchOff: told.stitch_disabled,
      maxSeconds: told.max_video_post_duration_sec ?? null,
    },
  })
}
