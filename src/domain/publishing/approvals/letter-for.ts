import type { Desk } from '#domain/desk.ts'
import { type Company, companyOf, membersToTell } from '#domain/governance/index.ts'
import { linkOrigin } from '#domain/links/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { Letter } from '#platform/mail/mail.ts'
import { type Language, say, type Text } from '#platform/text.ts'
import type { Post, PublishingTables } from '../tables.ts'
import * as words from './letters.ts'
import { addressOf, insertLink } from './outside/links.ts'
import type { Approval, Notice, ReviewLink } from './tables.ts'

const DAY = 86_400_000
const EXCERPT = 400

interface Reader {
  email: string
  language: Language
  /** Where they read and decide. */
  url: string
}

/** The letter for a notice, or in a word why there is none: it is over, nobody is there, nothing is real here. */
export async function letterFor(
  desk: Desk,
  notice: Notice,
): Promise<Letter | 'moot' | 'nobody' | 'practice'> {
  const company = await companyOf(desk.db, notice.companyId)
  if (company.practice) return 'practice'
  const found = await contextOf(desk, notice)
  if (!found) return 'moot'
  const { request, post } = found
  if (notice.kind !== 'decided' && request.state !== 'open') return 'moot'
  const reader = await readerOf(desk, notice, company, post)
  if (!reader) return 'nobody'
  return write(desk, notice, reader, company, request, post)
}

async function contextOf(
  desk: Desk,
  { approvalId }: Notice,
): Promise<{ request: Approval; post: Post } | null> {
  const tables = tablesOf<PublishingTables>(desk.db)
  const request = await tables
    .selectFrom('approvals')
    .selectAll()
    .where('id', '=', approvalId)
    .executeTakeFirstOrThrow()
  const post = await tables
    .selectFrom('posts')
    .selectAll()
    .where('id', '=', request.postId)
    .executeTakeFirst()
  return post && post.state !== 'cancelled' ? { request, post } : null
}

async function readerOf(
  desk: Desk,
  { recipient }: Notice,
  company: Company,
  post: Post,
): Promise<Reader | null> {
  if (recipient.includes('@')) return guestReader(desk, recipient, company, post)
  const member = (await membersToTell(desk.db, company.id)).find(
    ({ userId }) => userId === recipient,
  )
  if (!member) return null
  const { email, language } = member
  return { email, language, url: `${linkOrigin(desk, company)}/approvals?post=${post.id}` }
}

/** Somebody outside: by the link they have for this post, or one made for them now. */
async function guestReader(
  desk: Desk,
  email: string,
  company: Company,
  post: Post,
): Promise<Reader | null> {
  const link = (await openLinkOf(desk, email, post)) ?? (await makeLinkFor())
  const url = addressOf(desk, link, company.publicUrl)
  return url ? { email, language: link.language, url } : null

  function makeLinkFor(): Promise<ReviewLink> {
    const now = desk.clock.now()
    const until = Math.max(post.scheduledAt?.getTime() ?? 0, now.getTime() + 14 * DAY)
    return insertLink(desk.db, desk, {
      companyId: company.id,
      postId: post.id,
      guestEmail: email,
      language: post.language ?? company.language,
      expiresAt: new Date(until),
      createdBy: 'desk',
    })
  }
}

async function openLinkOf(desk: Desk, email: string, post: Post): Promise<ReviewLink | undefined> {
  return tablesOf<PublishingTables>(desk.db)
    .selectFrom('reviewLinks')
    .selectAll()
    .where('postId', '=', post.id)
    .where('guestEmail', '=', email)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', desk.clock.now())
    .orderBy('createdAt', 'desc')
    .executeTakeFirst()
}

async function write(
  desk: Desk,
  notice: Notice,
  { email, language, url }: Reader,
  company: Company,
  request: Approval,
  post: Post,
): Promise<Letter> {
  const kind = notice.kind === 'decided' ? await outcomeOf(desk, request) : { key: notice.kind }
  const { subject, text } = words.LETTERS[kind.key]
  const params = {
    company: company.name,
    who: 'who' in kind ? kind.who : request.requestedName,
    comment: 'comment' in kind ? kind.comment : '',
    hour: request.asap
      ? words.asap[language]
      : `${(post.wallTime ?? '').replace('T', ' ')} (${post.timeZone ?? ''})`,
    deadline: shownIn(notice.about, post.timeZone ?? company.timeZone, language),
    text: post.text.slice(0, EXCERPT),
    url,
  }
  const filled = (sentence: Text) => say(sentence, language, params)
  return {
    to: email,
    // A subject is one line, whatever names hold.
    subject: filled(subject).replace(/[\r\n\t]+/g, ' '),
    text: `${filled(text)}\n`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

/** What was decided, by whom and with which words: the latest decision says it. */
async function outcomeOf(
  desk: Desk,
  { id, state }: Approval,
): Promise<{ key: words.LetterKind; who: string; comment: string }> {
  const last = await tablesOf<PublishingTables>(desk.db)
    .selectFrom('approvalDecisions')
    .select(['byName', 'comment'])
    .where('approvalId', '=', id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const key = state === 'refused' ? 'refused' : state === 'approved' ? 'approved' : 'changes'
  return { key, who: last?.byName ?? '', comment: last?.comment ?? '' }
}

function shownIn(about: string, timeZone: string, language: Language): string {
  const at = new Date(about)
  if (Number.isNaN(at.getTime())) return ''
  const options = { dateStyle: 'full', timeStyle: 'short', timeZone } as const
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', options).format(at)
}
