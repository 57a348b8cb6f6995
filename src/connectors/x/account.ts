import { z } from 'zod'
import type { Account, Limits } from '#connectors/_contract/connector.ts'

/** Who pays X for more: their posts may be longer, their videos heavier. */
const settingsSchema = z.object({ isPremium: z.boolean() }).catch({ isPremium: false })

/** docs.x.com/x-api/media/quickstart/best-practices and docs.x.com/changelog (2024-08-20), read 2026-11-25. */
export function limitsIn(account: Pick<Account, 'settings'>) {
  const { isPremium } = settingsSchema.parse(account.settings)
  return {
    textMax: isPremium ? 25_000 : 280,
    videoMaxBytes: isPremium ? 16_000_000_000 : 8_000_000_000,
  } satisfies Limits
}
