import { sql } from 'kysely'
import { Refusal } from './refusal.ts'
import type { AccountRow } from './tables.ts'
import { sandboxDb, type SandboxTools } from './tools.ts'

/** What one account may keep, in bytes. */
const ROOM = 200_000_000

/** Keeps an image of an account, ready to be shown in a post. @throws Refusal when it has no room left */
export async function keepMedia(
  tools: SandboxTools,
  account: Pick<AccountRow, 'id'>,
  image: { id: string; type: string; width: number; height: number; bytes: Buffer },
): Promise<void> {
  const { used } = await sandboxDb(tools.db)
    .selectFrom('sandboxMedia')
    .select(sql<number>`coalesce(sum(octet_length(bytes)), 0)`.as('used'))
    .where('accountId', '=', account.id)
    .executeTakeFirstOrThrow()
  if (used + image.bytes.length > ROOM) {
    throw new Refusal(507, 'no_room', 'This account has no room left for images.')
  }
  await sandboxDb(tools.db)
    .insertInto('sandboxMedia')
    .values({ ...image, accountId: account.id, createdAt: tools.clock.now() })
    .execute()
}
