import { type Limited, refuseOtherAccounts } from '#domain/channels/index.ts'
import type { Executor } from '#platform/db/database.ts'

/**
 * What the desk will publish again and again in somebody's name leaves by accounts they may write for.
 * @throws Problem 403 that points at the accounts which are not theirs
 */
export function refuseOthers(
  db: Executor,
  actor: Limited,
  { variants }: { variants: readonly { channelId: string }[] },
): Promise<void> {
  const named = variants.map(({ channelId }, at) => ({
    channelId,
    pointer: `/post/variants/${at}/channelId`,
  }))
  return refuseOtherAccounts(db, actor, named)
}
