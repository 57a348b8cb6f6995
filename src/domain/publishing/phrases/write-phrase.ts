import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { audit, type AuditAction } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { invalidInput, notFound } from '#platform/http/problems.ts'
import type { Author } from '../posts/draft-post.ts'
import { asJson } from '#platform/db/storable.ts'
import type { PublishingTables } from '../tables.ts'
import { type phraseChanges, phraseInput } from './api.ts'
import { phraseProblems, type PhraseWords, tidyHashtags } from './check-phrase.ts'
import { phraseOf } from './read-phrases.ts'

/** Keeps a new phrase. @throws Problem that points at what is wrong with it */
export async function savePhrase(
  desk: Desk,
  author: Author,
  id: string,
  given: z.input<typeof phraseInput>,
): Promise<void> {
  const { companyId } = author
  const { name, ...words } = phraseInput.parse(given)
  const now = desk.clock.now()
  await desk.db.transaction().execute(async (trx: Executor) => {
    const inserted = await tablesOf<PublishingTables>(trx)
      .insertInto('phrases')
      .values({
        id,
        companyId,
        name,
        ...kept(words),
        deletedAt: null,
        createdBy: author.name,
        createdAt: now,
        updatedBy: author.name,
        updatedAt: now,
      })
      // The same request again, under its Idempotency-Key.
      .onConflict((c) => c.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (inserted) await tell(trx, author, id, 'phrase.created', now)
  })
}

/** Changes a phrase; what was inserted before stays as it is. @throws Problem */
export async function changePhrase(
  desk: Desk,
  author: Author,
  id: string,
  changes: z.output<typeof phraseChanges>,
): Promise<void> {
  const now = desk.clock.now()
  await desk.db.transaction().execute(async (trx: Executor) => {
    const before = await phraseOf(trx, author.companyId, id)
    const { name, kind, texts, variables } = { ...before, ...changes }
    await tablesOf<PublishingTables>(trx)
      .updateTable('phrases')
      .set({ name, ...kept({ kind, texts, variables }), updatedBy: author.name, updatedAt: now })
      .where('id', '=', id)
      .execute()
    await tell(trx, author, id, 'phrase.changed', now)
  })
}

/** Takes a phrase out of the menus, or puts it back. @throws Problem when there is none */
export async function withdrawPhrase(
  desk: Desk,
  author: Author,
  id: string,
  withdrawn: boolean,
): Promise<void> {
  const now = desk.clock.now()
  await desk.db.transaction().execute(async (trx: Executor) => {
    const { numUpdatedRows } = await tablesOf<PublishingTables>(trx)
      .updateTable('phrases')
      .set({ deletedAt: withdrawn ? now : null, updatedBy: author.name, updatedAt: now })
      .where('companyId', '=', author.companyId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) throw new Problem(notFound)
    await tell(trx, author, id, withdrawn ? 'phrase.deleted' : 'phrase.restored', now)
  })
}

/** As it is kept. @throws Problem that points at what is wrong with it */
function kept(words: PhraseWords) {
  const fields = phraseProblems(words)
  if (fields.length > 0) throw new Problem(invalidInput, {}, { fields })
  const { kind, texts, variables } = words
  const written = Object.entries(texts)
    .filter(([, text]) => text?.trim())
    .map(([language, text = '']) => [language, kind === 'hashtags' ? tidyHashtags(text) : text])
  return {
    kind,
    texts: asJson(Object.fromEntries(written)),
    variables: asJson(kind === 'template' ? variables : []),
  }
}

async function tell(trx: Executor, author: Author, id: string, action: AuditAction, at: Date) {
  const { companyId } = author
  await audit(trx, { companyId, at, actor: author.id, action, subject: `phrase:${id}` })
  await emit(trx, companyId, 'phrase.changed', { phraseId: id })
}
