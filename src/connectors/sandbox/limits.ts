import { z } from 'zod'
import type { Account, Limits } from '#connectors/_contract/connector.ts'

const settingsSchema = z.object({
  network: z.string().default('Place'),
  textMax: z.number().default(300),
  imagesMax: z.number().default(4),
})

/** The network has several places, each with its own limits: those of this account's. */
export function settingsOf(account: Pick<Account, 'settings'>) {
  return settingsSchema.parse(account.settings)
}

export function limitsOf(account: Pick<Account, 'settings'>): Limits {
  const { network, textMax, imagesMax } = settingsOf(account)
  // Its pages cut every picture square (src/sandbox/server/html.ts).
  const shop = network === 'Vitrine' ? ({ imageRatio: '1:1', needsMedia: true } as const) : {}
  return { textMax, imagesMax, ...shop }
}
