import type { Desk } from '#domain/desk.ts'
import { companyOf, type Member } from '#domain/governance/index.ts'
import { linkOrigin } from '#domain/links/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { Letter } from '#platform/mail/mail.ts'
import { oneLine, say, type Text } from '#platform/text.ts'
import type { ListeningTables } from '../../tables.ts'
import type { Assignment } from './tables.ts'

const SHOWN = 10
const EXCERPT = 160

/** What a member is told of the mentions put in their charge; null when none of them is left to look at. */
export async function assignmentLetter(
  desk: Desk,
  companyId: string,
  { email, language }: Member,
  given: readonly Assignment[],
): Promise<Letter | null> {
  const mentions = await tablesOf<ListeningTables>(desk.db)
    .selectFrom('mentions')
    .select(['id', 'title', 'text'])
    .where('companyId', '=', companyId)
    .where('dismissed', '=', false)
    .where(
      'id',
      'in',
      given.map(({ mentionId }) => mentionId),
    )
    .execute()
  if (mentions.length === 0) return null
  const saying = new Map(
    mentions.map(({ id, title, text }) => [id, oneLine(title || text, EXCERPT)]),
  )
  const lines = given.flatMap(({ mentionId, givenBy: by, note }) => {
    const words = saying.get(mentionId)
    if (words === undefined) return []
    return [say(note ? lineWithNote : line, language, { by, words, note })]
  })
  const company = await companyOf(desk.db, companyId)
  const values = { count: lines.length, company: company.name }
  const isOne = lines.length === 1
  return {
    to: email,
    subject: say(isOne ? subjectOne : subject, language, values),
    text: [
      [...lines.slice(0, SHOWN), ...(lines.length > SHOWN ? ['…'] : [])].join('\n\n'),
      say(open, language, { url: `${linkOrigin(desk, company)}/listening?assignee=me` }),
    ].join('\n\n'),
  }
}

const subjectOne: Text = {
  en: 'A mention is assigned to you at {company}',
  fr: 'Une mention vous est confiée chez {company}',
}
const subject: Text = {
  en: '{count} mentions are assigned to you at {company}',
  fr: '{count} mentions vous sont confiées chez {company}',
}
const line: Text = { en: 'From {by}:\n“{words}”', fr: 'De la part de {by} :\n« {words} »' }
const lineWithNote: Text = {
  en: 'From {by}:\n“{words}”\n{note}',
  fr: 'De la part de {by} :\n« {words} »\n{note}',
}
const open: Text = {
  en: 'Everything assigned to you:\n{url}',
  fr: 'Tout ce qui vous est confié :\n{url}',
}
