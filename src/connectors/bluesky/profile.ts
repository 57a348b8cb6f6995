import { z } from 'zod'
import type { Author } from '#connectors/_contract/connector.ts'
import { profileUrl } from './account.ts'

/** What we use of `app.bsky.actor.defs#profileViewBasic` and the larger views (lexicons, 2026-08-20). */
export const profileSchema = z.object({
  did: z.string(),
  handle: z.string(),
  displayName: z.string().optional(),
  avatar: z.string().optional(),
  followersCount: z.number().optional(),
  followsCount: z.number().optional(),
  postsCount: z.number().optional(),
})

export function authorOf(profile: z.infer<typeof profileSchema>): Author {
  return {
    remoteId: profile.did,
    handle: profile.handle,
    name: profile.displayName || profile.handle,
    avatarUrl: profile.avatar,
    profileUrl: profileUrl(profile.did),
    followers: profile.followersCount,
  }
}
