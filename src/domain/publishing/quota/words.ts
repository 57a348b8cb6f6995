import { type Language, say, type Text } from '#platform/text.ts'
import type { Quota } from '#connectors/_contract/manifest.ts'

interface Told {
  network: string
  count: number
  /** Where the window is a day: that day; null when it is today. */
  day: string | null
}

/** "3 of 25 posts today" */
export function quotaSentence(
  quota: Quota,
  { count, day }: Omit<Told, 'network'>,
  language: Language,
) {
  const text = quota.window.kind === 'rolling' ? inWindow : day ? onDay : today
  return say(text, language, { ...numbers(quota, count, language), day: day ?? '' })
}

/** What happens when so many are asked of a quota. */
export function overSentence(quota: Quota, { network, count, day }: Told, language: Language) {
  const text = quota.window.kind === 'rolling' ? overWindow : day ? overDay : overToday
  const over = count - quota.max
  return say(text, language, {
    ...numbers(quota, count, language),
    network,
    day: day ?? '',
    over: format(over, language),
  })
}

/** "About 0.20 $ on X; 4.10 $ this month." */
export function costSentence(
  told: { network: string; amount: string; month: string; practice: boolean; isPost: boolean },
  language: Language,
) {
  const text = told.isPost ? cost : costOfMonth
  const { network, amount, month } = told
  const sentence = say(text, language, { network, amount, month })
  return told.practice ? `${sentence} ${practice[language]}` : sentence
}

export const money = (amount: number, currency: string, language: Language) =>
  new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'currency',
    currency,
    // Networks bill fractions of a cent.
    maximumFractionDigits: amount > 0 && amount < 0.1 ? 3 : 2,
    minimumFractionDigits: 2,
  }).format(amount)

function numbers(quota: Quota, count: number, language: Language) {
  const seconds = quota.window.kind === 'rolling' ? quota.window.seconds : 0
  return {
    count: format(count, language),
    max: format(quota.max, language),
    what: quota.what[language],
    window: lengthOf(seconds, language),
  }
}

const format = (n: number, language: Language) =>
  new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB').format(n)

function lengthOf(seconds: number, language: Language): string {
  const [value, unit] =
    seconds % 3600 === 0 ? [seconds / 3600, 'hour'] : [Math.round(seconds / 60), 'minute']
  return new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'unit',
    unit: String(unit),
    unitDisplay: 'long',
  }).format(Number(value))
}

const today: Text = {
  en: '{count} of {max} {what} today',
  fr: '{count} sur {max} {what} aujourd’hui',
}
const onDay: Text = {
  en: '{count} of {max} {what} on {day}',
  fr: '{count} sur {max} {what} le {day}',
}
const inWindow: Text = {
  en: '{count} of {max} {what} in {window}',
  fr: '{count} sur {max} {what} en {window}',
}
const overToday: Text = {
  en: '{network} takes {max} {what} a day; this makes {count} today. What is too many ({over}) waits until the next day.',
  fr: '{network} accepte {max} {what} par jour ; celle-ci en ferait {count} aujourd’hui. Le surplus ({over}) attendra le lendemain.',
}
const overDay: Text = {
  en: '{network} takes {max} {what} a day; this makes {count} on {day}. What is too many ({over}) waits until the next day.',
  fr: '{network} accepte {max} {what} par jour ; celle-ci en ferait {count} le {day}. Le surplus ({over}) attendra le lendemain.',
}
const overWindow: Text = {
  en: '{network} takes {max} {what} in {window}; this makes {count}. What is too many ({over}) waits until there is room.',
  fr: '{network} accepte {max} {what} en {window} ; celle-ci en ferait {count}. Le surplus ({over}) attendra qu’il y ait de la place.',
}
const cost: Text = {
  en: 'This will cost about {amount} on {network}; {month} that month with it.',
  fr: 'Elle coûtera environ {amount} sur {network} ; {month} ce mois-là avec elle.',
}
const costOfMonth: Text = {
  en: 'About {month} this month on {network}, what is planned included.',
  fr: 'Environ {month} ce mois-ci sur {network}, publications prévues comprises.',
}
const practice: Text = {
  en: 'It is play money: nothing is billed here.',
  fr: 'C’est de l’argent fictif : rien n’est facturé ici.',
}
