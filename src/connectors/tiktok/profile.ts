import { z } from 'zod'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { profileUrl } from './account.ts'
import { call } from './api.ts'
import { askCreator, type Creator } from './creator.ts'

interface Profile {
  remoteId: string
  handle: string
  displayName: string
  avatarUrl?: string
  profileUrl: string
  /** Null: TikTok does not tell today, for the account has posted all it may. */
  creator: Creator | null
}

const userSchema = z.object({
  user: z.object({
    open_id: z.string().min(1),
    display_name: z.string().default(''),
    avatar_url: z.string().optional(),
  }),
})

/** Who the account is (tiktok-api-v2-get-user-info), its handle as TikTok’s answer about what it may do gives it. */
export async function profileOf(tools: Tools, account: Account): Promise<Outcome<Profile>> {
  const query = { fields: 'open_id,display_name,avatar_url' }
  const answer = await call(tools, account, { path: 'user/info/', query }, userSchema)
  if (!answer.ok) return answer
  const { open_id: remoteId, display_name, avatar_url: avatarUrl } = answer.value.user
  const told = await askCreator(tools, account)
  const isFull = !told.ok && ['rate', 'rejected'].includes(told.failure.kind)
  if (!told.ok && !(isFull && account.handle !== '')) return told
  const handle = told.ok ? told.value.username : account.handle
  return done({
    remoteId,
    handle,
    displayName: display_name || handle,
    ...(avatarUrl ? { avatarUrl } : {}),
    profileUrl: profileUrl(handle),
    creator: told.ok ? told.value.creator : null,
  })
}
