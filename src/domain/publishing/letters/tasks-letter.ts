import { companyOf, membersToTell } from '#domain/governance/index.ts'
import { type Language, oneLine, say, type Text } from '#platform/text.ts'
import type { TaskView } from '../tasks/api.ts'
import { handedIn } from '../tasks/handed-in.ts'
import { writersOf } from './recipients.ts'
import type { Writer } from './writer.ts'

const SHOWN = 10
const EXCERPT = 80

/**
 * "Put this up by hand": what, where, and the page with everything to copy. To whoever wrote it, for they know of it;
 * nothing once it was settled.
 * @param about the minute in which it was handed over
 */
export const tasksLetter: Writer = async (desk, companyId, about) => {
  const [english, french] = [
    await handedIn(desk, companyId, about, 'en'),
    await handedIn(desk, companyId, about, 'fr'),
  ]
  const [first] = english
  if (!first) return null
  const { name: company, timeZone } = await companyOf(desk.db, companyId)
  const authors = [...new Set(english.map(({ writtenBy }) => writtenBy))]
  const url = `${desk.publicUrl ?? desk.localUrl}/to-do`
  return {
    to: writersOf(await membersToTell(desk.db, companyId), authors),
    words(language) {
      const tasks = language === 'fr' ? french : english
      const list = listed(tasks, language, timeZone)
      const params = { count: tasks.length, account: first.account.name, company, url, list }
      const isOne = tasks.length === 1
      return {
        subject: say(isOne ? subjectOne : subject, language, params),
        text: say(isOne ? bodyOne : body, language, params),
      }
    },
  }
}

function listed(tasks: readonly TaskView[], language: Language, timeZone: string): string {
  const hour = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  })
  const lines = tasks.slice(0, SHOWN).map(({ account, dueAt, text }) => {
    const colon = language === 'fr' ? '\u00a0:' : ':'
    return `– ${hour.format(new Date(dueAt))}, ${account.name}${colon} ${oneLine(text, EXCERPT)}`
  })
  return [...lines, ...(tasks.length > SHOWN ? ['– …'] : [])].join('\n')
}

const subjectOne: Text = {
  en: 'To do by hand for {company}: {account}',
  fr: 'À faire à la main pour {company} : {account}',
}
const subject: Text = {
  en: '{count} posts to put up by hand for {company}',
  fr: '{count} publications à faire à la main pour {company}',
}
const bodyOne: Text = {
  en: 'Its hour has come, and this post waits for you to put it up by hand:\n\n{list}\n\nThe text, the pictures and the steps are ready to copy, on your phone too:\n{url}\n',
  fr: 'Son heure est venue, et cette publication attend que vous la fassiez à la main :\n\n{list}\n\nLe texte, les images et les étapes sont prêts à copier, sur votre téléphone aussi :\n{url}\n',
}
const body: Text = {
  en: 'Their hour has come, and these posts wait for you to put them up by hand:\n\n{list}\n\nThe texts, the pictures and the steps are ready to copy, on your phone too:\n{url}\n',
  fr: 'Leur heure est venue, et ces publications attendent que vous les fassiez à la main :\n\n{list}\n\nLes textes, les images et les étapes sont prêts à copier, sur votre téléphone aussi :\n{url}\n',
}
