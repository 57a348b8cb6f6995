import { companyOf, membersToTell } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { type Language, oneLine, say, type Text } from '#platform/text.ts'
import type { PublishingTables } from '../tables.ts'
import type { WaitingItem } from '../waiting/api.ts'
import { listWaiting } from '../waiting/list-waiting.ts'
import { recipientsOf } from './recipients.ts'
import type { Writer } from './writer.ts'

const SHOWN = 10
const EXCERPT = 80

/** "Twelve posts waited while the machine was off": what they are, and where to decide. */
export const waitingLetter: Writer = async (desk, companyId) => {
  const late = (await listWaiting(desk, companyId)).filter(({ isLate }) => isLate)
  if (late.length === 0) return null
  const { name: company, timeZone } = await companyOf(desk.db, companyId)
  const to = recipientsOf(await membersToTell(desk.db, companyId), await authorsOf(desk.db, late))
  const url = `${desk.publicUrl ?? desk.localUrl}/calendar/waiting`
  return {
    to,
    words(language) {
      const params = { count: late.length, company, url, list: listed(late, language, timeZone) }
      const one = late.length === 1
      return {
        subject: say(one ? subjectOne : subject, language, params),
        text: say(one ? bodyOne : body, language, params),
      }
    },
  }
}

async function authorsOf(db: Parameters<typeof companyOf>[0], items: readonly WaitingItem[]) {
  const rows = await tablesOf<PublishingTables>(db)
    .selectFrom('deliveries')
    .select('createdBy')
    .distinct()
    .where(
      'id',
      'in',
      items.flatMap(({ accounts }) => accounts.map(({ deliveryId }) => deliveryId)),
    )
    .execute()
  return rows.map(({ createdBy }) => createdBy)
}

function listed(items: readonly WaitingItem[], language: Language, timeZone: string): string {
  const hour = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  })
  const lines = items
    .slice(0, SHOWN)
    .map(
      ({ plannedAt, text }) =>
        `– ${hour.format(new Date(plannedAt))}${language === 'fr' ? '\u00a0' : ''}: ${oneLine(text, EXCERPT)}`,
    )
  return [...lines, ...(items.length > SHOWN ? ['– …'] : [])].join('\n')
}

const subject: Text = {
  en: '{count} posts of {company} wait for your word',
  fr: '{count} publications de {company} attendent votre décision',
}
const subjectOne: Text = {
  en: 'A post of {company} waits for your word',
  fr: 'Une publication de {company} attend votre décision',
}
const body: Text = {
  en: 'The hour of {count} posts passed while Vigie was off. Nothing of them has left, and nothing will until you say so:\n\n{list}\n\nPublish them, give them another time, or let them go:\n{url}\n',
  fr: 'L’heure de {count} publications est passée pendant que Vigie était arrêtée. Rien n’en est parti, et rien ne partira sans votre accord :\n\n{list}\n\nPubliez-les, choisissez une autre heure ou renoncez-y :\n{url}\n',
}
const bodyOne: Text = {
  en: 'The hour of a post passed while Vigie was off. It has not left, and will not until you say so:\n\n{list}\n\nPublish it, give it another time, or let it go:\n{url}\n',
  fr: 'L’heure d’une publication est passée pendant que Vigie était arrêtée. Elle n’est pas partie, et ne partira pas sans votre accord :\n\n{list}\n\nPubliez-la, choisissez une autre heure ou renoncez-y :\n{url}\n',
}
