import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { CrisisSwitch, PublishingTables } from '../tables.ts'

/** What is about to leave, as far as a switch asks. */
export interface Leaving {
  /** None: a reply from the inbox. */
  postId: string | null
  channelId: string
  connectorId: string
  campaignId: string | null
}

/** Whether a switch holds it. */
export function covers(
  { scope, target, replies }: Pick<CrisisSwitch, 'scope' | 'target' | 'replies'>,
  leaving: Leaving,
): boolean {
  if (leaving.postId === null && !replies) return false
  switch (scope) {
    case 'company':
      return true
    case 'network':
      return leaving.connectorId === target
    case 'account':
      return leaving.channelId === target
    case 'campaign':
      return leaving.campaignId === target
  }
}

/** Switches that are on, oldest first. */
export async function switchesOn(db: Executor, companyId: string): Promise<CrisisSwitch[]> {
  return tablesOf<PublishingTables>(db)
    .selectFrom('crisisSwitches')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('liftedAt', 'is', null)
    .orderBy('onAt')
    .execute()
}
