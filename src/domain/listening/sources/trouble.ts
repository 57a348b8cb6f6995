import type { Failure } from '#connectors/_contract/failure.ts'
import type { Text } from '#platform/text.ts'
import type { Trouble } from '../tables.ts'
import { silenceOf } from './silence.ts'

/** What is wrong with a source, and what happens next, for the person who reads the list. */
export function troubleOf(failure: Failure, name: string): Text {
  switch (failure.kind) {
    case 'auth':
      return accountRefused(name)
    case 'rate':
      return {
        en: `${name} asks us to wait. Reading will resume on its own.`,
        fr: `${name} nous demande d’attendre. La lecture reprendra d’elle-même.`,
      }
    case 'rejected':
      return failure.reason
    default:
      return silenceOf(name, failure.detail)
  }
}

export function accountRefused(name: string): Text {
  return {
    en: `The account used to search ${name} is no longer connected. Reconnect it in Settings.`,
    fr: `Le compte par lequel passe la recherche sur ${name} n’est plus connecté. Reconnectez-le dans Réglages.`,
  }
}

export function deskMistake(name: string): Text {
  return {
    en: `What ${name} sends could not be read: an error in Vigie. The log has the details.`,
    fr: `Ce que ${name} envoie n’a pas pu être lu : une erreur du poste. Le journal en garde le détail.`,
  }
}

export function cannotBeKept(name: string): Text {
  return {
    en: `What ${name} sends could not be saved: an error in Vigie. We keep trying, less and less often; the log has the details.`,
    fr: `Ce que ${name} envoie n’a pas pu être gardé : une erreur du poste. Nous réessayons, de moins en moins souvent ; le journal en garde le détail.`,
  }
}

/** What is wrong and since when, as it is kept: what a network says of it may hold what no database takes. */
export function troubleColumn(sentence: Text, since: string): string {
  const trouble: Trouble = {
    sentence: { en: storable(sentence.en), fr: storable(sentence.fr) },
    since,
  }
  return JSON.stringify(trouble)
}

const storable = (words: string) => words.toWellFormed().replace(/\p{Cc}/gu, '')
