import { type Language, say, type Text } from '#platform/text.ts'
import type { Attempt, Delivery } from '../tables.ts'

/** What surrounds a delivery, as far as it decides what happens next. */
export interface Surroundings {
  network: string
  now: Date
  language: Language
  timeZone: string
  /** Of the account; null when it is gone. */
  account: {
    isUsable: boolean
    /** A person puts it up by hand. */
    isHanded: boolean
    notBefore: Date | null
    endsAt: Date | null
    handle: string
  } | null
  /** The part of the thread before it; null when it is the first, or alone. */
  before: Pick<Delivery, 'state' | 'part'> | null
  /** What is counted by a quota of that name, in the reader's language. */
  countedBy: (quota: string) => string
  attempts: readonly Pick<Attempt, 'action' | 'outcome'>[]
}

/**
 * What the desk does next about a delivery, and when, or what it waits for; null when there is nothing to add to its
 * state: it leaves at its hour, has left, or its trouble says what a person can do.
 */
export function nextOf(delivery: Delivery, around: Surroundings): string | null {
  const sentence = sentenceFor(delivery, around)
  if (!sentence) return null
  const { network, language, countedBy } = around
  const what = delivery.wait ? countedBy(delivery.wait.quota) : ''
  const at = whenSaid(instantOf(delivery, around), around)
  const handle = around.account?.handle ?? ''
  const ends = around.account?.endsAt
  const by = ends ? whenSaid(ends, around) : ''
  return say(sentence, language, { network, what, at, handle, by })
}

function sentenceFor(delivery: Delivery, around: Surroundings): Text | null {
  if (delivery.state === 'planned') return planned(delivery, around)
  return delivery.state === 'handed' ? words.handed : lost(delivery, around)
}

function planned(delivery: Delivery, around: Surroundings): Text | null {
  const { holds, plannedAt, dueAt, tries } = delivery
  const { now, account, before } = around
  if (holds.includes('crisis')) return words.crisis
  if (holds.includes('ask')) return plannedAt <= now ? words.askLate : words.ask
  if (holds.includes('approval')) return plannedAt <= now ? words.approvalLate : words.approval
  if (before?.state === 'planned' || before?.state === 'sending')
    return before.part === 0 ? words.first : words.former
  // What will not leave by itself is said as a trouble.
  if (before && before.state !== 'published') return null
  if (account && !account.isUsable) return words.access
  if (account?.endsAt && account.endsAt < dueAt) return words.accessEnds
  if (isPutOff(delivery)) return words.quota
  if (account?.isHanded) return dueAt > now ? words.handLater : words.inLine
  if (dueAt > now) return tries > 0 || around.attempts.length > 0 ? words.again : null
  return account?.notBefore && account.notBefore > now ? words.rest : words.inLine
}

function lost(
  { state, dueAt, leaseOwner }: Delivery,
  { now, attempts }: Surroundings,
): Text | null {
  if (state !== 'sending') return null
  if (leaseOwner) return attempts.at(-1)?.action === 'confirm' ? words.looking : words.leaving
  return dueAt > now ? words.lookAgain : words.looking
}

/** The quota's own hour still stands: nobody moved it since. */
const isPutOff = ({ wait, dueAt }: Pick<Delivery, 'wait' | 'dueAt'>) =>
  wait !== null && Date.parse(wait.until) <= dueAt.getTime()

function instantOf({ dueAt, plannedAt, holds }: Delivery, { account, now }: Surroundings): Date {
  if (holds.length > 0) return plannedAt
  return dueAt <= now && account?.notBefore ? account.notBefore : dueAt
}

/** “at 14:05” today, the day with it on another. */
function whenSaid(at: Date, { now, language, timeZone }: Surroundings): string {
  const tag = language === 'fr' ? 'fr-FR' : 'en-GB'
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'short', timeZone })
  const isToday = day.format(at) === day.format(now)
  const date: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' }
  const said = new Intl.DateTimeFormat(tag, {
    ...(isToday ? {} : date),
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(at)
  if (!isToday) return said
  return language === 'fr' ? `à ${said}` : `at ${said}`
}

const words = {
  crisis: {
    en: 'Held back by the crisis switch: it leaves only once that is lifted.',
    fr: 'Retenue par l’arrêt d’urgence : elle ne partira qu’une fois celui-ci levé.',
  },
  askLate: {
    en: 'Its hour passed while Vigie was off ({at}): it waits for your word.',
    fr: 'Son heure est passée pendant que Vigie était arrêtée ({at}) : elle attend votre décision.',
  },
  ask: {
    en: 'It waits for your word; it would leave {at}.',
    fr: 'Elle attend votre décision ; elle partirait {at}.',
  },
  approval: {
    en: 'It waits for approval, and leaves {at} once everybody has agreed.',
    fr: 'Elle attend d’être approuvée, et partira {at} une fois tous les accords donnés.',
  },
  approvalLate: {
    en: 'It waits for approval; its hour has passed ({at}).',
    fr: 'Elle attend d’être approuvée ; son heure est passée ({at}).',
  },
  first: {
    en: 'It waits for the first part of its thread.',
    fr: 'Elle attend la première partie de son fil.',
  },
  former: {
    en: 'It waits for the part of the thread before it.',
    fr: 'Elle attend la partie du fil qui la précède.',
  },
  access: {
    en: 'The account must be connected again, or it will not leave ({at}).',
    fr: 'Le compte doit être reconnecté, sans quoi elle ne partira pas ({at}).',
  },
  accessEnds: {
    en: '{network} lets Vigie use {handle} only until {by}: connect the account again before, or it will not leave ({at}).',
    fr: '{network} ne laisse Vigie utiliser {handle} que jusqu’à l’échéance suivante : {by}. Reconnectez le compte avant, sans quoi elle ne partira pas ({at}).',
  },
  quota: {
    en: '{network} takes no more {what} from this account for now: it leaves {at}.',
    fr: '{network} n’accepte plus de {what} de ce compte pour l’instant : elle partira {at}.',
  },
  again: {
    en: 'Vigie tries again {at}.',
    fr: 'Vigie réessaiera {at}.',
  },
  handLater: {
    en: 'It becomes a task for a person, who puts it up by hand ({at}).',
    fr: 'Elle deviendra une tâche pour une personne, qui la publiera à la main ({at}).',
  },
  handed: {
    en: 'It waits for a person who puts it up by hand: see “To do”.',
    fr: 'Elle attend qu’une personne la publie à la main : voir « À faire ».',
  },
  rest: {
    en: '{network} asked this account to wait: it leaves {at}.',
    fr: '{network} demande à ce compte d’attendre : elle partira {at}.',
  },
  inLine: {
    en: 'It is next in line by this account.',
    fr: 'C’est la prochaine à partir par ce compte.',
  },
  leaving: { en: 'It is being sent.', fr: 'Elle est en train de partir.' },
  looking: {
    en: 'The answer was lost: Vigie is looking on {network} whether it is there.',
    fr: 'La réponse s’est perdue : Vigie regarde sur {network} si elle y est.',
  },
  lookAgain: {
    en: 'The answer was lost: Vigie looks on {network} whether it is there, next {at}. It is sent again only if it is not.',
    fr: 'La réponse s’est perdue : Vigie regardera sur {network} si elle y est, {at}. Elle ne sera renvoyée que si elle n’y est pas.',
  },
} satisfies Record<string, Text>
