import { z } from 'zod'
import type { Outgoing } from '#connectors/_contract/connector.ts'
import { plainLinks } from '#connectors/_contract/plain-links.ts'
import type { Text } from '#platform/text.ts'

const word = z.string().trim().catch('')
const actions = ['NONE', 'LEARN_MORE', 'BOOK', 'ORDER', 'SHOP', 'SIGN_UP', 'CALL'] as const

const optionsSchema = z.object({
  kind: z.enum(['STANDARD', 'EVENT', 'OFFER']).catch('STANDARD'),
  title: word,
  start: word,
  end: word,
  code: word,
  terms: word,
  action: z.enum(actions).catch('NONE'),
  link: word,
})

interface Details {
  topicType: 'STANDARD' | 'EVENT' | 'OFFER'
  event?: { title: string; schedule: object }
  offer?: Record<string, string>
  callToAction?: { actionType: string; url?: string }
}

/** What a post is and opens, as `LocalPost` wants it; the first address of the text is opened unless another is given. */
export function detailsOf({ options, text }: Pick<Outgoing, 'options' | 'text'>): Details {
  const { kind, title, code, terms, ...given } = optionsSchema.parse(options)
  const link = given.link || (plainLinks(text)[0]?.value ?? '')
  const event = kind === 'STANDARD' ? {} : { event: { title, schedule: scheduleOf(given) } }
  if (kind === 'OFFER') {
    const said = { couponCode: code, redeemOnlineUrl: link, termsConditions: terms }
    const offer = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''))
    return { topicType: kind, ...event, offer }
  }
  // An address alone wants a button, and this one promises nothing.
  const action = given.action === 'NONE' && given.link !== '' ? 'LEARN_MORE' : given.action
  if (action === 'NONE') return { topicType: kind, ...event }
  const callToAction = { actionType: action, ...(action === 'CALL' ? {} : { url: link }) }
  return { topicType: kind, ...event, callToAction }
}

/** What Google would refuse of the options. */
export function checkOptions(options: Record<string, unknown>): { field: string; reason: Text }[] {
  const { kind, title, start, end, action, link } = optionsSchema.parse(options)
  const problems: { field: string; reason: Text }[] = []
  if (kind !== 'STANDARD') {
    if (title === '') problems.push({ field: 'title', reason: noTitle })
    if (title.length > titleMax) problems.push({ field: 'title', reason: longTitle })
    const [from, to] = [momentIn(start), momentIn(end || start)]
    if (!from) problems.push({ field: 'start', reason: badMoment })
    if (end !== '' && !to) problems.push({ field: 'end', reason: badMoment })
    if (from && to && to.order < from.order) problems.push({ field: 'end', reason: endsBefore })
  }
  if (kind === 'OFFER' && action !== 'NONE') problems.push({ field: 'action', reason: noButton })
  if (link !== '' && !isAddress(link)) problems.push({ field: 'link', reason: badLink })
  return problems
}

/** What only the text can complete. */
export function missingLink(outgoing: Pick<Outgoing, 'options' | 'text'>): Text | null {
  const { callToAction } = detailsOf(outgoing)
  return callToAction?.url === '' ? nothingToOpen : null
}

/** As the form of Google’s own pages takes it: 58 characters. */
const titleMax = 58

const isAddress = (link: string) => URL.canParse(link) && /^https?:$/.test(new URL(link).protocol)

interface Moment {
  date: { year: number; month: number; day: number }
  time?: { hours: number; minutes: number }
  /** Sorts as it happens; a day without hour is over at its end. */
  order: string
}

/** A day, with or without its hour, by the clock of the location. */
function momentIn(words: string): Moment | null {
  const [, day = '', hour] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d))?$/.exec(words) ?? []
  if (!z.iso.date().safeParse(day).success) return null
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number)
  const date = { year, month, day: dayOfMonth }
  if (hour === undefined) return { date, order: day }
  const [hours = 0, minutes = 0] = hour.split(':').map(Number)
  if (hours > 23 || minutes > 59) return null
  return { date, time: { hours, minutes }, order: `${day} ${hour}` }
}

function scheduleOf({ start, end }: { start: string; end: string }) {
  const [from, to] = [momentIn(start), momentIn(end || start)]
  return {
    startDate: from?.date,
    ...(from?.time ? { startTime: from.time } : {}),
    endDate: to?.date,
    ...(to?.time ? { endTime: to.time } : {}),
  }
}

const noTitle = {
  en: 'Google wants a title for an event or an offer.',
  fr: 'Google veut un titre pour un événement ou une offre.',
}

const longTitle = {
  en: 'The title of an event or an offer has 58 characters at most.',
  fr: 'Le titre d’un événement ou d’une offre a 58 caractères au plus.',
}

const badMoment = {
  en: 'Write a day, and its hour if it has one, like 2026-12-24 or 2026-12-24 18:00.',
  fr: 'Écrivez un jour, et son heure s’il en a une, comme 2026-12-24 ou 2026-12-24 18:00.',
}

const endsBefore = {
  en: 'The end is before the beginning: correct one of them.',
  fr: 'La fin est avant le début : corrigez l’un des deux.',
}

const noButton = {
  en: 'Google shows no button on an offer: choose “None”, and give the address alone.',
  fr: 'Google ne montre pas de bouton sur une offre : choisissez « Aucun », et donnez l’adresse seule.',
}

const badLink = {
  en: 'Give a whole address that begins with https://.',
  fr: 'Indiquez une adresse entière qui commence par https://.',
}

const nothingToOpen = {
  en: 'The button has nothing to open: give an address, or choose “None”.',
  fr: 'Le bouton n’a rien à ouvrir : donnez une adresse, ou choisissez « Aucun ».',
}
