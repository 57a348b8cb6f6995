import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { wholePost, type WholePost } from '../../posts/store.ts'
import { asJson } from '#platform/db/storable.ts'
import type { PublishingTables } from '../../tables.ts'
import type { PostComment } from '../tables.ts'
import type { commentInput, CommentView } from './api.ts'
import { findAnchor } from './find-anchor.ts'

/** Who writes or resolves. */
export interface Commenter {
  kind: PostComment['byKind']
  id: string
  name: string
}

/** The comments of a post, oldest first, each where its words stand now. */
export async function commentsOf(
  db: Executor,
  whole: Pick<WholePost, 'post' | 'variants'>,
  only: (comment: PostComment) => boolean = () => true,
): Promise<CommentView[]> {
  const rows = await tablesOf<PublishingTables>(db)
    .selectFrom('postComments')
    .selectAll()
    .where('postId', '=', whole.post.id)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows.filter(only).map((row) => present(row, whole))
}

/**
 * Writes a comment beside a post.
 * @param id the same one again when the request is repeated
 * @throws Problem when the post, or the comment it answers, is not there
 */
export async function comment(
  desk: Desk,
  companyId: string,
  by: Commenter,
  postId: string,
  id: string,
  { anchor, ...input }: z.output<typeof commentInput>,
): Promise<CommentView> {
  const whole = await wholePost(desk.db, companyId, postId)
  const answered = input.replyTo ? await find(desk.db, companyId, input.replyTo) : null
  if (answered && answered.postId !== postId) throw new Problem(notFound)
  const knows = whole.variants.some((one) => one.channelId === input.channelId)
  const row = await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const at = desk.clock.now()
      await trx
        .insertInto('postComments')
        .values({
          id,
          companyId,
          postId,
          body: input.body,
          part: input.part,
          // One thread is one level deep: an answer to an answer answers the first.
          replyTo: answered ? (answered.replyTo ?? answered.id) : null,
          channelId: knows ? input.channelId : null,
          anchor: anchor && !answered ? asJson(anchor) : null,
          byKind: by.kind,
          byId: by.id,
          byName: by.name,
          createdAt: at,
        })
        .onConflict((c) => c.column('id').doNothing())
        .execute()
      const actor = by.kind === 'guest' ? `guest:${by.id}` : by.id
      await audit(trx, {
        companyId,
        at,
        actor,
        action: 'post.commented',
        subject: `post:${postId}`,
        detail: { comment: id },
      })
      await emit(trx, companyId, 'approval.commented', { postId, commentId: id })
      return find(trx, companyId, id)
    })
  return present(row, whole)
}

/** Ends a thread, or takes it up again. @throws Problem when there is no such comment */
export async function resolveComment(
  desk: Desk,
  companyId: string,
  by: Commenter,
  id: string,
  resolved: boolean,
): Promise<CommentView> {
  const found = await find(desk.db, companyId, id)
  const head = found.replyTo ?? found.id
  await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const at = desk.clock.now()
      await trx
        .updateTable('postComments')
        .set({ resolvedAt: resolved ? at : null, resolvedBy: resolved ? by.name : null })
        .where('id', '=', head)
        .execute()
      const { postId } = found
      await emit(trx, companyId, 'approval.commented', { postId, commentId: head })
    })
  const whole = await wholePost(desk.db, companyId, found.postId)
  return present(await find(desk.db, companyId, head), whole)
}

async function find(db: Executor, companyId: string, id: string): Promise<PostComment> {
  const row = await tablesOf<PublishingTables>(db)
    .selectFrom('postComments')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Problem(notFound)
  return row
}

function present(
  row: PostComment,
  { post, variants }: Pick<WholePost, 'post' | 'variants'>,
): CommentView {
  const { id, replyTo, channelId, part, anchor, body, createdAt, resolvedAt, resolvedBy } = row
  const own = variants.find((one) => one.channelId === channelId)
  const thread = own?.thread ?? post.thread
  const text = part === 0 ? (own?.text ?? post.text) : (thread[part - 1]?.text ?? '')
  return {
    id,
    replyTo,
    channelId,
    part,
    quote: anchor?.quote ?? null,
    at: anchor && findAnchor(text, anchor),
    body,
    by: { kind: row.byKind, id: row.byId, name: row.byName },
    createdAt: createdAt.toISOString(),
    resolvedAt: resolvedAt?.toISOString() ?? null,
    resolvedBy,
  }
}
