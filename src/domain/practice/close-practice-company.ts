import { listChannels } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { deletePracticeCompany } from '#domain/governance/index.ts'
import { bytesOfCompany, forgetBytes } from '#domain/publishing/index.ts'
import { removeAccounts } from '#sandbox/index.ts'

/**
 * Deletes a practice company with everything in it: its rows, its accounts on the practice network, and the
 * files that no other company keeps.
 * @throws Problem for a real company
 */
export async function closePracticeCompany(desk: Desk, companyId: string): Promise<void> {
  const bytes = await bytesOfCompany(desk.db, companyId)
  const accounts = (await listChannels(desk.db, companyId)).map(({ remoteId }) => remoteId)
  await deletePracticeCompany(desk, companyId)
  await removeAccounts(desk, accounts)
  await forgetBytes(desk, bytes)
}
