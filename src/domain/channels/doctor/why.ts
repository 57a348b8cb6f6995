import type { FetchFailureKind } from '#platform/fetch/failure.ts'
import type { Text } from '#platform/text.ts'

/** Why no answer came, in a few words that stand between brackets. */
export const why = (kind: FetchFailureKind): Text => WHY[kind]

const silent: Text = { en: 'no answer in time', fr: 'pas de réponse à temps' }
const cut: Text = { en: 'the answer was cut', fr: 'réponse interrompue' }

const WHY: Record<FetchFailureKind, Text> = {
  'bad-url': { en: 'not an address in https', fr: 'ce n’est pas une adresse en https' },
  'private-address': {
    en: 'its name leads to a private address',
    fr: 'son nom mène à une adresse privée',
  },
  dns: { en: 'its name is not found', fr: 'son nom est introuvable' },
  'connection-refused': { en: 'the connection is refused', fr: 'connexion refusée' },
  'connection-reset': cut,
  tls: { en: 'its certificate is not valid', fr: 'son certificat n’est pas valable' },
  timeout: silent,
  aborted: silent,
  'too-large': cut,
  redirects: { en: 'it sends elsewhere without end', fr: 'il renvoie ailleurs sans fin' },
}
