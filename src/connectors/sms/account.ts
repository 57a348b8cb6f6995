import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'

export const network = 'SMS'

const twilio = z.object({ provider: z.literal('twilio'), sender: z.string(), sid: z.string() })
const ovh = z.object({ provider: z.literal('ovh'), sender: z.string(), service: z.string() })
const settings = z.discriminatedUnion('provider', [twilio, ovh])

export type Settings = z.infer<typeof settings>
export type TwilioSettings = z.infer<typeof twilio>
export type OvhSettings = z.infer<typeof ovh>

export const settingsOf = (account: Pick<Account, 'settings'>): Settings =>
  settings.parse(account.settings)

/** How whoever receives a message sends a word back, if at all. */
export function senderKind(sender: string): 'number' | 'service' | 'name' {
  if (/^\+?\d+$/.test(sender)) return 'number'
  return /^MG[0-9a-f]{32}$/i.test(sender) ? 'service' : 'name'
}
