import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Author } from '../posts/draft-post.ts'
import type { WholePost } from '../posts/store.ts'
import type { PublishingTables } from '../tables.ts'
import type { Said } from './content.ts'

/** Remembers who wrote some of what a post says; whoever only files or moves it wrote nothing. */
export async function noteAuthor(
  trx: Executor,
  { id }: Author,
  before: WholePost,
  after: WholePost,
): Promise<void> {
  const { authorIds } = before.post
  if (authorIds.includes(id) || wordsOf(before) === wordsOf(after)) return
  after.post.authorIds = [...authorIds, id]
  await tablesOf<PublishingTables>(trx)
    .updateTable('posts')
    .set({ authorIds: after.post.authorIds })
    .where('id', '=', after.post.id)
    .execute()
}

function wordsOf({ post, variants }: WholePost): string {
  const { text, mediaIds, thread, firstComment, poll } = post
  const own = variants.map((one): Said['variants'][number] => ({
    channelId: one.channelId,
    text: one.text,
    mediaIds: one.mediaIds,
    thread: one.thread,
    firstComment: one.firstComment,
    options: one.options,
  }))
  return JSON.stringify([text, mediaIds, thread, firstComment, poll, own])
}
