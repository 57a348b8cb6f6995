import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'

const settingsSchema = z.object({
  /** `accounts/<number>`: by which of the person’s accounts the location is reached. */
  through: z.string(),
  /** Where people see the location. */
  page: z.string(),
  /** Whether the access that was given opens this location alone. */
  alone: z.boolean().default(false),
})

export const settingsOf = (account: Pick<Account, 'settings'>) =>
  settingsSchema.parse(account.settings)

/** As posts and reviews want it: `accounts/<number>/locations/<number>`. */
export const placeOf = (account: Pick<Account, 'settings' | 'remoteId'>) =>
  `${settingsOf(account).through}/locations/${account.remoteId}`
