import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'
import { creatorSchema } from './creator.ts'

const settingsSchema = z.object({
  /** Whether the company says that TikTok audited its app: TikTok tells it to no program beforehand. */
  audited: z.boolean().catch(false),
  /** The rights that the person left ticked; empty where TikTok did not say. */
  scopes: z.array(z.string()).catch([]),
  creator: creatorSchema.nullable().catch(null),
})

export type Settings = z.infer<typeof settingsSchema>

/** What was known of the account when it was last looked at. */
export const settingsOf = (account: Pick<Account, 'settings'>): Settings =>
  settingsSchema.parse(account.settings)

export const profileUrl = (handle: string) => `https://www.tiktok.com/@${handle}`
