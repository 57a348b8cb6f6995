import { type Language, say, type Text } from '#platform/text.ts'
import type { Attempt } from './tables.ts'

/** What became of one request, in plain words. */
export function sentenceOf({ status, failure, said }: Attempt, language: Language): string {
  if (failure) return say(FAILURES[failure] ?? noAnswer, language)
  if (status !== null && status < 300) return say(taken, language, { status })
  if (status !== null && status < 400) return say(elsewhere, language, { status })
  return say(refused, language, { status: status ?? '?', said: said ? ` (${said})` : '' }).trim()
}

const taken: Text = { en: 'Taken ({status}).', fr: 'Reçu ({status}).' }

const elsewhere: Text = {
  en: 'The address sends elsewhere ({status}); signed messages are not forwarded. Enter the new address.',
  fr: 'L’adresse renvoie ailleurs ({status}) ; un message signé n’est pas transféré. Saisissez la nouvelle adresse.',
}

const refused: Text = { en: 'Refused: {status}{said}', fr: 'Refusé : {status}{said}' }

const noAnswer: Text = { en: 'No response.', fr: 'Aucune réponse.' }

const FAILURES: Record<string, Text> = {
  'bad-url': {
    en: 'Nothing was sent: the address must start with https://.',
    fr: 'Rien n’est parti : l’adresse doit commencer par https://.',
  },
  'private-address': {
    en: 'Nothing was sent: the address leads to a private network. Whoever runs Vigie can allow it (VIGIE_ALLOW_PRIVATE_HOSTS).',
    fr: 'Rien n’est parti : l’adresse mène à un réseau privé. La personne qui gère Vigie peut l’autoriser (VIGIE_ALLOW_PRIVATE_HOSTS).',
  },
  dns: {
    en: 'Nothing was sent: no server has this name.',
    fr: 'Rien n’est parti : aucun serveur ne porte ce nom.',
  },
  'connection-refused': { en: 'The server is not there.', fr: 'Le serveur ne répond pas.' },
  'connection-reset': {
    en: 'The connection broke off; it may have arrived.',
    fr: 'La connexion s’est rompue ; le message est peut-être arrivé.',
  },
  tls: {
    en: 'The server’s certificate is not valid.',
    fr: 'Le certificat du serveur n’est pas valide.',
  },
  timeout: {
    en: 'No answer within 15 seconds; it may have arrived.',
    fr: 'Pas de réponse en 15 secondes ; le message est peut-être arrivé.',
  },
  'too-large': {
    en: 'The answer is far too long; what was sent has arrived.',
    fr: 'La réponse est beaucoup trop longue ; le message, lui, est arrivé.',
  },
}
