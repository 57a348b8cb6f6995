import type { AccountRow } from './tables.ts'
import { sandboxDb, type SandboxTools } from './tools.ts'

/** Everything the network accepted from an account, in order, deleted or not: to count what left twice. */
export async function readLedger(tools: SandboxTools, account: AccountRow) {
  const rows = await sandboxDb(tools.db)
    .selectFrom('sandboxPosts')
    .select(['sequence', 'id', 'sentKey as key', 'text', 'replyTo', 'images', 'at', 'deletedAt'])
    .where('accountId', '=', account.id)
    .where('memberId', 'is', null)
    .orderBy('sequence')
    .execute()
  return {
    accepted: rows.map(({ images, at, deletedAt, ...row }) => ({
      ...row,
      images: images.length,
      alts: images.map((image) => image.alt),
      at: at.toISOString(),
      deleted: deletedAt !== null,
    })),
  }
}
