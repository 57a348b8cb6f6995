import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'

const boardSchema = z.object({ id: z.string(), name: z.string() })

export type Board = z.infer<typeof boardSchema>

const settingsSchema = z.object({ boards: z.array(boardSchema) })

/** The boards that the account had when it was last looked at. */
export function boardsOf(account: Pick<Account, 'settings'>): Board[] {
  return settingsSchema.safeParse(account.settings).data?.boards ?? []
}
