import { v7 as uuid } from 'uuid'
import type { Desk } from '#domain/desk.ts'
import { companyOf, membersToTell } from '#domain/governance/index.ts'
import { linkOrigin } from '#domain/links/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Actor } from '#platform/http/route.ts'
import { wake } from '#platform/jobs/due-work.ts'
import { sendLetter, type Sendings } from '#platform/jobs/sendings.ts'
import type { Letter } from '#platform/mail/mail.ts'
import { oneLine, say, type Text } from '#platform/text.ts'
import { readCase } from './read-cases.ts'
import type { CaseKind, CasesTables } from './tables.ts'

const MINUTE = 60_000
/** Time to take back a slip of the hand. */
const DELAY = MINUTE
const WORK = 'case-letters'
const TITLE = 120

/** Writes down that a member is to be told of a case they were given. Nobody is told of what they took themselves. */
export async function planLetter(
  desk: Desk,
  trx: Executor,
  { id: giver, name: givenBy, companyId }: Actor,
  caseId: string,
  userId: string,
): Promise<void> {
  const { practice } = await companyOf(trx, companyId)
  if (userId === giver || practice || !desk.mail.ready) return
  const dueAt = new Date(desk.clock.now().getTime() + DELAY)
  await tablesOf<CasesTables>(trx)
    .insertInto('caseLetters')
    .values({ id: uuid(), caseId, companyId, userId, givenBy, dueAt, takenAt: null, outcome: null })
    .execute()
  await wake(trx, WORK)
}

interface CaseLetter {
  id: string
  caseId: string
  companyId: string
  userId: string
  givenBy: string
}

/** Letters about leads and cases. One that is lost is lost; the list of cases shows in whose charge each is. */
export const caseLetters: Sendings<Desk, CaseLetter> = {
  name: WORK,
  table: 'caseLetters',
  key: ['id'],
  mostTries: 5,
  async send(desk, row) {
    const letter = await letterFor(desk, row)
    if (!letter) return { outcome: 'moot' }
    return sendLetter(desk.mail, letter, 2 ** row.tries * MINUTE)
  },
}

/** Null when it is no longer theirs, or is over. */
async function letterFor(
  desk: Desk,
  { caseId, companyId, userId, givenBy }: CaseLetter,
): Promise<Letter | null> {
  const [one, company, members] = await Promise.all([
    readCase(desk, companyId, caseId),
    companyOf(desk.db, companyId),
    membersToTell(desk.db, companyId),
  ])
  const member = members.find((someone) => someone.userId === userId)
  if (!member || one.assignedTo?.userId !== userId || one.state !== 'open') return null
  const { language, email: to } = member
  const values = {
    by: givenBy,
    company: company.name,
    title: oneLine(one.title ?? say(untitled, language), TITLE),
    due: one.dueOn ? say(dueOn, language, { day: dayIn(one.dueOn, language) }) : '',
    url: `${linkOrigin(desk, company)}/cases/${caseId}`,
  }
  const subject = subjects[one.kind]
  return { to, subject: say(subject, language, values), text: say(body, language, values) }
}

const dayIn = (day: string, language: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

const subjects: Record<CaseKind, Text> = {
  lead: {
    en: 'Lead assigned to you at {company}: {title}',
    fr: 'Un prospect vous est confié chez {company} : {title}',
  },
  case: {
    en: 'Case assigned to you at {company}: {title}',
    fr: 'Un dossier vous est confié chez {company} : {title}',
  },
}
/** Its mentions are gone, and nobody gave it a title. */
const untitled: Text = { en: 'without a title', fr: 'sans titre' }
const dueOn: Text = { en: '\nDue on {day}.', fr: '\nÀ traiter pour le {day}.' }
const body: Text = {
  en: 'From {by}:\n“{title}”{due}\n\nWhat was said, and the notes:\n{url}\n',
  fr: 'De la part de {by} :\n« {title} »{due}\n\nCe qui a été dit, et les notes :\n{url}\n',
}
