import { type Language, say, type Text } from '#platform/text.ts'
import type { Trouble } from '../model.ts'
import { troublesOfAnswers } from './troubles-of-answers.ts'
import type { Attempt, Delivery } from '../tables.ts'

/**
 * What one request was, and what the network said, in plain words.
 * @param network as people call it
 * @param timeZone in which instants are told
 */
export function sentenceOf(
  attempt: Attempt,
  network: string,
  language: Language,
  timeZone: string,
): string {
  const { action, outcome, detail } = attempt
  const sentence = outcome ? sentences[action][outcome] : waiting[action]
  const reason = detail.reason ? detail.reason[language] : (detail.said ?? '')
  const until = detail.until ? clockTime(new Date(detail.until), language, timeZone) : '?'
  const told = say(sentence ?? unexpected, language, { network, reason, until }).trim()
  return detail.renewed ? `${say(renewed, language)} ${told}` : told
}

/** What went wrong with a delivery and what to do; null when nothing did. */
export function troubleOf(
  { failure, kind }: Pick<Delivery, 'failure' | 'kind'>,
  language: Language,
): string | null {
  if (!failure) return null
  const reason = failure.reason?.[language] ?? failure.said ?? ''
  const own = kind === 'reply' ? troublesOfAnswers[failure.kind] : undefined
  const sentence = own ?? troubles[failure.kind] ?? troubles.ours
  const ended = /[.!?…]$/.test(reason) ? reason : `${reason}.`
  return say(sentence, language, { reason: reason ? ended : '' }).trim()
}

function clockTime(at: Date, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    timeStyle: 'short',
    timeZone,
  }).format(at)
}

const waiting: Record<Attempt['action'], Text> = {
  publish: {
    en: 'Sent to {network}; its answer is awaited.',
    fr: 'Envoi à {network} ; réponse attendue.',
  },
  confirm: { en: 'Looking for it on {network}.', fr: 'Recherche sur {network}.' },
  remove: {
    en: 'Removal asked of {network}; its answer is awaited.',
    fr: 'Suppression demandée à {network} ; réponse attendue.',
  },
}

const renewed: Text = {
  en: 'Our access had expired and was renewed.',
  fr: 'Notre accès avait expiré et a été renouvelé.',
}

const unexpected: Text = { en: '{network}: {reason}', fr: '{network} : {reason}' }

type Sentences = Partial<Record<NonNullable<Attempt['outcome']>, Text>>

const common: Sentences = {
  auth: {
    en: '{network} no longer accepts our access to the account.',
    fr: '{network} n’accepte plus notre accès au compte.',
  },
  rate: {
    en: '{network} asks to wait until {until}.',
    fr: '{network} demande d’attendre jusqu’à {until}.',
  },
}

const sentences: Record<Attempt['action'], Sentences> = {
  publish: {
    ...common,
    accepted: { en: '{network} accepted it.', fr: '{network} l’a acceptée.' },
    rejected: { en: '{network} refused it: {reason}', fr: 'Refus de {network} : {reason}' },
    transient: {
      en: '{network} could not take it; nothing was published. ({reason})',
      fr: '{network} n’a pas pu la prendre ; rien n’a été publié. ({reason})',
    },
    unknown: {
      en: 'The answer of {network} was lost: it may have been published. ({reason})',
      fr: 'La réponse de {network} s’est perdue : elle a peut-être été publiée. ({reason})',
    },
  },
  confirm: {
    ...common,
    confirmed: { en: 'It was found on {network}.', fr: 'Elle a été retrouvée sur {network}.' },
    absent: { en: 'It is not on {network}.', fr: 'Elle n’est pas sur {network}.' },
    rejected: {
      en: '{network} refused to be read back: {reason}',
      fr: '{network} a refusé la relecture : {reason}',
    },
    transient: {
      en: '{network} could not be read back. ({reason})',
      fr: '{network} n’a pas pu être relu. ({reason})',
    },
    unknown: {
      en: 'Reading {network} back was interrupted.',
      fr: 'La relecture de {network} a été interrompue.',
    },
  },
  remove: { ...common },
}

const troubles: Record<Trouble['kind'], Text> = {
  access: {
    en: 'The account must be connected again; nothing was sent. Then send it by “Retry”.',
    fr: 'Le compte doit être reconnecté ; rien n’est parti. Relancez ensuite l’envoi par « Réessayer ».',
  },
  rejected: {
    en: 'The network refuses it. {reason} Change it, then retry.',
    fr: 'Le réseau la refuse. {reason} Modifiez-la, puis réessayez.',
  },
  late: {
    en: 'It should have left more than a day ago and did not. {reason} It will not leave so late without you: retry, or choose another time.',
    fr: 'Elle aurait dû partir il y a plus d’un jour et n’est pas partie. {reason} Elle ne partira pas si tard sans vous : réessayez, ou choisissez une autre heure.',
  },
  unconfirmed: {
    en: 'It may have been published, and the network could not tell. {reason} Look at the account, then say whether it is there.',
    fr: 'Elle a peut-être été publiée, et le réseau n’a pas pu le dire. {reason} Regardez le compte, puis indiquez si elle y est.',
  },
  taken: {
    en: 'The account shows a post with the same words, which left as another one. Look whether there are two, then say so.',
    fr: 'Le compte montre une publication aux mots identiques, partie à un autre titre. Regardez s’il y en a deux, puis indiquez-le.',
  },
  ours: {
    en: 'The desk could not prepare it. {reason}',
    fr: 'Vigie n’a pas pu la préparer. {reason}',
  },
  adrift: {
    en: 'What it follows was marked as published without an address that the network knows: this part cannot be put under it. Publish it by hand, then say so.',
    fr: 'Ce qu’elle suit a été indiqué comme publié, sans adresse que le réseau connaisse : cette partie ne peut pas être placée dessous. Publiez-la à la main, puis indiquez-le.',
  },
}
