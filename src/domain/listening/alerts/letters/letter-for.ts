import type { Desk } from '#domain/desk.ts'
import { companyOf, membersToTell } from '#domain/governance/index.ts'
import { linkOrigin } from '#domain/links/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { Letter } from '#platform/mail/mail.ts'
import { type Language, say, type Text } from '#platform/text.ts'
import type { Facts } from '../facts/facts.ts'
import { alertSettings, type Settings } from '../settings.ts'
import type { AlertsTables } from '../tables.ts'
import { alertInWords } from './alert-in-words.ts'
import * as words from './words.ts'

/** To whom an alert is told, and at which of its levels. */
export interface AlertLetter {
  alertId: string
  level: number
  userId: string
}

/** The letter that tells one member of an alert; null when it is over, or the member is gone. */
export async function letterFor(
  desk: Desk,
  { alertId, level, userId }: AlertLetter,
): Promise<Letter | null> {
  const alert = await tablesOf<AlertsTables>(desk.db)
    .selectFrom('alerts')
    .selectAll()
    .where('id', '=', alertId)
    .executeTakeFirst()
  if (!alert || alert.state === 'closed') return null
  const [company, settings, members] = await Promise.all([
    companyOf(desk.db, alert.companyId),
    alertSettings(desk.db, alert.companyId),
    membersToTell(desk.db, alert.companyId),
  ])
  const member = members.find((one) => one.userId === userId)
  if (!member) return null
  const { language, email } = member
  const { subject, text } = alertInWords({ ...alert, level }, company.name, language)
  return {
    to: email,
    subject,
    text: [
      text,
      ...(alert.subject === 'worrying' ? [say(words.worrying, language)] : []),
      ...whatChanged(alert.facts, language),
      ...atHand(settings, language),
      say(words.open, language, { url: `${linkOrigin(desk, company)}/alerts/${alertId}` }),
    ].join('\n\n'),
  }
}

function whatChanged(facts: Facts, language: Language): string[] {
  const { terms, first, amplifier, spread, silent } = facts
  const line = (text: Text, values: Record<string, string | number>) => say(text, language, values)
  return [
    line(words.spread, { ...spread }),
    ...(terms.length > 0
      ? [line(words.terms, { terms: terms.map(({ word }) => word).join(', ') })]
      : []),
    ...(first
      ? [line(words.first, { author: first.author || '?', excerpt: first.excerpt, url: first.url })]
      : []),
    ...(amplifier ? [line(words.amplifier, { name: amplifier.name, posts: amplifier.posts })] : []),
    ...(silent.length > 0
      ? [line(words.silent, { sources: silent.map(({ name }) => name).join(', ') })]
      : []),
  ]
}

function atHand({ policy, people }: Settings, language: Language): string[] {
  const called = people.map(({ name, role, phone }) =>
    [name, role, phone].filter(Boolean).join(' · '),
  )
  return [
    ...(called.length > 0 ? [`${say(words.people, language)}\n${called.join('\n')}`] : []),
    ...(policy ? [`${say(words.policy, language)}\n${policy}`] : []),
  ]
}
