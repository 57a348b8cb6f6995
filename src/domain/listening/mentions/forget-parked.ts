import type { Gone } from '#connectors/_contract/connector.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { OUR_ACCOUNTS } from '../model.ts'
import { read } from '../passage/message.ts'
import type { ListeningTables } from '../tables.ts'

/**
 * What its author deleted must not come back from where it was set aside. Runs in the caller's transaction.
 * @param origin whose posts, of which network
 */
export async function forgetParked(
  trx: Executor,
  { companyId, connectorId }: { companyId: string; connectorId: string },
  { posts, authors, claimed }: Required<Gone>,
): Promise<void> {
  const tables = tablesOf<ListeningTables>(trx)
  const aside = await tables
    .selectFrom('parkedPosts')
    .leftJoin('sources', 'sources.id', 'parkedPosts.sourceId')
    .select(['parkedPosts.id', 'parkedPosts.message'])
    .where('parkedPosts.companyId', '=', companyId)
    .where((eb) =>
      eb.or([
        eb('sources.connectorId', 'in', [connectorId, OUR_ACCOUNTS]),
        // Removed meanwhile: nobody knows any more of which network it was.
        eb('sources.id', 'is', null),
      ]),
    )
    .execute()
  const gone = aside.filter(({ message }) => {
    const says = read(message)
    if (!says || says.what === 'gone') return false
    if ((says.network ?? connectorId) !== connectorId) return false
    const { remoteId, author } = says.post
    const isClaimed = ({ post, author: by }: { post: string; author: string }) =>
      post === remoteId && by === author?.remoteId
    return (
      posts.includes(remoteId) ||
      (author !== undefined && authors.includes(author.remoteId)) ||
      claimed.some(isClaimed)
    )
  })
  if (gone.length === 0) return
  const ids = gone.map(({ id }) => id)
  await tables.deleteFrom('parkedPosts').where('id', 'in', ids).execute()
}
