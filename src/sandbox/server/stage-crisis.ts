import { crisisAround } from '../model/crisis.ts'
import { paces } from '../model/pace.ts'
import { theWorld } from '../model/world.ts'
import { fullHandle } from './flavours.ts'
import type { AccountRow } from './tables.ts'
import { writePosts } from './talk-days.ts'
import { sandboxDb, type SandboxTools } from './tools.ts'

const MINUTE = 60_000
/** The first complaint is a few minutes old when one hears of it; the others have come since. */
const BEGAN_BEFORE = 6 * MINUTE
const CALLERS_WITHIN = 5 * MINUTE

/**
 * Has members complain of a product of an account, and their followers pass it on, at the hurried pace of practice. All of
 * it is written down now with its instants, as everything on this network.
 * @returns how many posts it will be; 0 when there is no such account
 */
export async function stageCrisis(
  tools: SandboxTools,
  accountId: string,
  seed: string,
): Promise<number> {
  const account = await accountOf(tools, accountId)
  if (!account) return 0
  const { name, language } = account
  const from = tools.clock.now().getTime() - BEGAN_BEFORE
  const said = crisisAround(theWorld(), {
    brand: { seed: account.seed, name, language, handle: fullHandle(account) },
    seed,
    from,
    within: CALLERS_WITHIN,
    pace: paces.practice,
  })
  await writePosts(tools, accountId, said)
  return said.length
}

function accountOf(tools: SandboxTools, id: string): Promise<AccountRow | undefined> {
  return sandboxDb(tools.db)
    .selectFrom('sandboxAccounts')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
}
