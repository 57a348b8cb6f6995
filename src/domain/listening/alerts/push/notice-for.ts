import type { Desk } from '#domain/desk.ts'
import { companyOf, membersToTell, rolesThatMay } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { type Language, say } from '#platform/text.ts'
import { alertInWords } from '../letters/alert-in-words.ts'
import type { AlertsTables } from '../tables.ts'
import type { Notice } from './post-notice.ts'
import type { PushDevice } from './tables.ts'
import * as words from './words.ts'

/** Names of queries are as long as people like; a notice is not. */
const LONGEST_NAME = 80

/** What a device is told of an alert; null when it is over, or its owner may not read alerts any more. */
export async function noticeFor(
  desk: Desk,
  { alertId, level }: { alertId: string; level: number },
  { companyId, userId }: PushDevice,
): Promise<Notice | null> {
  const alert = await tablesOf<AlertsTables>(desk.db)
    .selectFrom('alerts')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', '=', alertId)
    .executeTakeFirst()
  if (!alert || alert.state === 'closed') return null
  const [company, members] = await Promise.all([
    companyOf(desk.db, companyId),
    membersToTell(desk.db, companyId),
  ])
  const member = members.find((one) => one.userId === userId)
  if (!member || !rolesThatMay('listening:read').includes(member.role)) return null
  const { language } = member
  const told = { ...alert, level, queryName: shortened(alert.queryName) }
  const { subject, text } = alertInWords(told, company.name, language)
  return {
    title: marked(subject, company.practice, language),
    body: text,
    path: `/alerts/${alertId}`,
    language,
    tag: `alert-${alertId}`,
    topic: alertId.replaceAll('-', ''),
  }
}

/** What a person is shown who wants to see whether it works. */
export async function trialFor(desk: Desk, companyId: string, language: Language): Promise<Notice> {
  const { name: company, practice } = await companyOf(desk.db, companyId)
  return {
    title: marked(say(words.trial.title, language, { company }), practice, language),
    body: say(words.trial.body, language),
    path: '/alerts',
    language,
    tag: 'alert-trial',
  }
}

const marked = (title: string, practice: boolean, language: Language): string =>
  practice ? say(words.practice, language, { title }) : title

function shortened(name: string): string {
  const line = name.replace(/\s+/g, ' ')
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME - 1)}…` : line
}
