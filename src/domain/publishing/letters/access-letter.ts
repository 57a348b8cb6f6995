import { companyOf, membersToTell } from '#domain/governance/index.ts'
import { say, type Text } from '#platform/text.ts'
import { doomed, forecastAccess } from '../forecast/access-forecast.ts'
import { writersOf } from './recipients.ts'
import type { Writer } from './writer.ts'

/** "Reconnect the account by …, or your post will not leave." Nothing once that was done, or the posts were moved. */
export const accessLetter: Writer = async (desk, companyId, about) => {
  const [channelId = '', ends = ''] = about.split(' ')
  const all = await forecastAccess(desk, companyId)
  const told = all.find((one) => one.channelId === channelId && one.reconnectBy === ends)
  if (!told) return null
  const rows = await doomed(desk, channelId, new Date(ends))
    .select('createdBy')
    .distinct()
    .execute()
  const authors = rows.map(({ createdBy }) => createdBy)
  const { name: company, timeZone } = await companyOf(desk.db, companyId)
  const url = `${desk.publicUrl ?? desk.localUrl}/channels`
  return {
    to: writersOf(await membersToTell(desk.db, companyId), authors),
    words(language) {
      const date = (iso: string) =>
        new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
          weekday: 'long',
          day: 'numeric',
          month: 'long',
          hour: '2-digit',
          minute: '2-digit',
          timeZone,
        }).format(new Date(iso))
      const { handle, network, count, reconnectBy, firstAt } = told
      const params = {
        handle,
        network,
        company,
        url,
        count,
        by: date(reconnectBy),
        at: date(firstAt),
      }
      const text = count === 1 ? one : several
      return { subject: say(subject, language, params), text: say(text, language, params) }
    },
  }
}

const subject: Text = {
  en: 'Connect {handle} ({network}) again by {by}',
  fr: 'Reconnectez {handle} ({network}) avant le {by}',
}
const one: Text = {
  en: '{network} lets Vigie use the account {handle} of {company} until {by}, and Vigie cannot renew that by itself. A post planned for {at} will not leave unless the account is connected again before:\n\n{url}\n',
  fr: '{network} laisse Vigie utiliser le compte {handle} de {company} jusqu’au {by}, et Vigie ne peut pas prolonger cet accès elle-même. Une publication prévue le {at} ne partira pas si le compte n’est pas reconnecté avant :\n\n{url}\n',
}
const several: Text = {
  en: '{network} lets Vigie use the account {handle} of {company} until {by}, and Vigie cannot renew that by itself. {count} posts are planned after that, the first for {at}; none will leave unless the account is connected again before:\n\n{url}\n',
  fr: '{network} laisse Vigie utiliser le compte {handle} de {company} jusqu’au {by}, et Vigie ne peut pas prolonger cet accès elle-même. {count} publications sont prévues après cette date, la première le {at} ; aucune ne partira si le compte n’est pas reconnecté avant :\n\n{url}\n',
}
