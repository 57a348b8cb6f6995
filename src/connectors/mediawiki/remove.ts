import { z } from 'zod'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { editSchema } from './edit.ts'
import { openSession, type Session } from './session.ts'
import { traces, undoSummary } from './trace.ts'
import { wikiOf } from './wiki.ts'

const markSchema = z.object({ mark: z.string().catch('') })

/**
 * Undoes the edit by which a post or an answer was written. What others wrote since stays; where they changed the
 * same lines, a person must look.
 */
export async function remove(
  tools: Tools,
  account: Account,
  { remoteId, data }: { remoteId: string; data?: Record<string, unknown> },
): Promise<Outcome<null>> {
  const session = await openSession(tools, account)
  if (!session.ok) return session
  const found = await editOf(session.value, remoteId)
  if (!found.ok || found.value === null) return found.ok ? done(null) : found
  const { mark } = markSchema.parse(data ?? {})
  const latest = await traces(session.value, wikiOf(account).user, { pages: 1 })
  if (!latest.ok) return latest
  if (latest.value.undone.has(mark)) return done(null)
  const what =
    found.value.parent > 0
      ? done<Record<string, string> | null>({ undo: remoteId })
      : await withoutFirst(session.value, found.value)
  if (!what.ok) return what
  if (what.value === null) return refused('the lines are not there any more')
  const parameters = { title: found.value.page, summary: undoSummary(mark), ...what.value }
  const undone = await session.value.write({ action: 'edit', parameters }, editSchema)
  if (undone.ok) return done(null)
  const { detail } = undone.failure
  if (detail.startsWith('undofailure')) return refused(detail)
  return /^(missingtitle|undo-nochange)/.test(detail) ? done(null) : undone
}

const refused = (detail: string) => failed({ kind: 'rejected', reason: changedSince, detail })

interface OldEdit {
  page: string
  /** The revision before; 0 when the edit made the page. */
  parent: number
  content: string
}

const contentSchema = z.object({
  revid: z.number(),
  parentid: z.number(),
  slots: z.object({ main: z.object({ content: z.string().default('') }) }).optional(),
})

const pagesSchema = z.object({
  query: z.object({
    pages: z
      .array(z.object({ title: z.string(), revisions: z.array(contentSchema).default([]) }))
      .default([]),
  }),
})

/** The edit, and the page it is on today; null when the wiki does not have it any more. */
async function editOf(session: Session, revision: string): Promise<Outcome<OldEdit | null>> {
  const parameters = { prop: 'revisions', revids: revision, rvprop: 'ids|content', rvslots: 'main' }
  const answer = await session.read({ action: 'query', parameters }, pagesSchema)
  if (!answer.ok) return answer
  const [page] = answer.value.query.pages
  const [edit] = page?.revisions ?? []
  if (!page || !edit) return done(null)
  const content = edit.slots?.main.content ?? ''
  return done({ page: page.title, parent: edit.parentid, content })
}

/** MediaWiki does not undo the edit that made a page: what it wrote is taken out of the page as it is today. */
async function withoutFirst(
  session: Session,
  { page, content }: OldEdit,
): Promise<Outcome<Record<string, string> | null>> {
  const parameters = { prop: 'revisions', titles: page, rvprop: 'ids|content', rvslots: 'main' }
  const answer = await session.read({ action: 'query', parameters }, pagesSchema)
  if (!answer.ok) return answer
  const [now] = answer.value.query.pages[0]?.revisions ?? []
  const text = now?.slots?.main.content ?? ''
  if (!now || !text.includes(content)) return done(null)
  return done({ text: text.replace(content, '').trim(), baserevid: String(now.revid) })
}

const changedSince = {
  en: 'Somebody has changed this section since: the wiki cannot undo it by itself. Edit the page by hand.',
  fr: 'Quelqu’un a modifié cette section depuis : le wiki ne peut pas l’annuler seul. Modifiez la page à la main.',
}
