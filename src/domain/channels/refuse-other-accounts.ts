import type { Executor } from '#platform/db/database.ts'
import { type FieldProblem, Problem } from '#platform/http/problem.ts'
import type { Actor } from '#platform/http/route.ts'
import { notYourAccount } from './errors.ts'
import { findChannel } from './store.ts'

/** Who acts; without `channels` it is the desk itself, or somebody who was asked before. */
export type Limited = Pick<Actor, 'companyId'> & Partial<Pick<Actor, 'channels'>>

/**
 * A member or key whose rights are limited to some accounts writes for those only.
 * @param accounts those that would be written for, each with where the request names it
 * @throws Problem 403 that names the first one that is not theirs, and points at each
 */
export async function refuseOtherAccounts(
  db: Executor,
  { companyId, channels = 'all' }: Limited,
  accounts: readonly { channelId: string; pointer: string }[],
): Promise<void> {
  if (channels === 'all') return
  const others = accounts.filter(({ channelId }) => !channels.has(channelId))
  const [first] = others
  if (!first) return
  const account = (await findChannel(db, companyId, first.channelId))?.handle ?? '?'
  const fields: FieldProblem[] = others.map(({ pointer }) => ({
    pointer,
    detail: notYourAccount.title,
  }))
  throw new Problem(notYourAccount, { account }, { fields })
}
