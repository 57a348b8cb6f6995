import { z } from 'zod'
import { type PaceName, paces } from '../model/pace.ts'
import { readAccount } from './reading.ts'
import type { AccountRow } from './tables.ts'
import { sandboxDb, type SandboxTools } from './tools.ts'

export const settingsInput = z.object({
  name: z.string().trim().min(1).max(80).optional(),
  about: z.string().max(500).optional(),
  pace: z.enum(Object.keys(paces) as [PaceName, ...PaceName[]]).optional(),
  /** False: the network ignores Idempotency-Key, as most do. */
  honoursKeys: z.boolean().optional(),
  rateMax: z.number().int().min(1).max(1_000_000).optional(),
  rateSeconds: z.number().int().min(1).max(86_400).optional(),
})

/** Changes how the network treats an account. */
export async function changeSettings(
  tools: SandboxTools,
  account: AccountRow,
  changes: z.infer<typeof settingsInput>,
) {
  if (Object.keys(changes).length > 0) {
    await sandboxDb(tools.db)
      .updateTable('sandboxAccounts')
      .set(changes)
      .where('id', '=', account.id)
      .execute()
  }
  return readAccount(tools, { ...account, ...changes })
}
