import type { Failure } from '#connectors/_contract/failure.ts'
import type { Text } from '#platform/text.ts'

/** What is wrong with a source, and what happens next, for the person who reads the list. */
export function troubleOf(failure: Failure, name: string): Text {
  switch (failure.kind) {
    case 'auth':
      return accountRefused(name)
    case 'rate':
      return {
        en: `${name} asks us to wait. Reading resumes by itself.`,
        fr: `${name} nous demande d’attendre. La lecture reprendra d’elle-même.`,
      }
    case 'rejected':
      return failure.reason
    default:
      return {
        en: `${name} does not answer (${short(failure.detail)}). We keep trying, less and less often.`,
        fr: `${name} ne répond pas (${short(failure.detail)}). Nous réessayons, de moins en moins souvent.`,
      }
  }
}

export function accountRefused(name: string): Text {
  return {
    en: `The account through which ${name} is searched is no longer connected. Connect it again in Settings.`,
    fr: `Le compte par lequel passe la recherche sur ${name} n’est plus connecté. Reconnectez-le dans Réglages.`,
  }
}

export function deskMistake(name: string): Text {
  return {
    en: `What ${name} sends could not be read: a mistake of the desk. The log holds the details.`,
    fr: `Ce que ${name} envoie n’a pas pu être lu : une erreur du poste. Le journal en garde le détail.`,
  }
}

function short(detail: string): string {
  const line = detail.split('\n', 1)[0] ?? ''
  return line.length > 120 ? `${line.slice(0, 119)}…` : line
}
