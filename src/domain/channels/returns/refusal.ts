import type { Refusal } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'

/** A failure met as a person came back from the network: what happened and the one thing to do. */
export function refusalOf(network: string, failure: Failure): Refusal {
  switch (failure.kind) {
    case 'rejected':
      return {
        reason: failure.reason,
        next: {
          en: 'Once that is fixed, reconnect the account.',
          fr: 'Une fois ce point réglé, reconnectez le compte.',
        },
      }
    case 'auth':
      return {
        reason: {
          en: `${network} did not accept the access it had just given.`,
          fr: `${network} n’a pas accepté l’accès qu’il venait de donner.`,
        },
        next: {
          en: `Connect the account again and allow everything that the page of ${network} asks.`,
          fr: `Reconnectez le compte en autorisant tout ce que ${network} demande.`,
        },
      }
    case 'rate':
      return {
        reason: {
          en: `${network} has had too many requests for now.`,
          fr: `${network} a reçu trop de demandes pour le moment.`,
        },
        next: {
          en: 'Wait 15 minutes, then reconnect the account.',
          fr: 'Attendez un quart d’heure, puis reconnectez le compte.',
        },
      }
    case 'transient':
    case 'unknown-outcome':
      return {
        reason: {
          en: `${network} did not answer once you were back. No account was connected.`,
          fr: `${network} n’a pas répondu à votre retour. Aucun compte n’a été connecté.`,
        },
        next: {
          en: 'Reconnect the account in a few minutes.',
          fr: 'Reconnectez le compte dans quelques minutes.',
        },
      }
  }
}

export const nothingToConnect = (network: string): Refusal => ({
  reason: {
    en: `${network} let you in and named no account that you may publish for.`,
    fr: `${network} vous a laissé entrer, sans nommer de compte pour lequel vous pouvez publier.`,
  },
  next: {
    en: `Ask for the right to publish on ${network}, or sign in there as somebody else, then connect again.`,
    fr: `Demandez sur ${network} le droit de publier, ou identifiez-vous autrement, puis recommencez.`,
  },
})
