import type { Failure } from '#connectors/_contract/failure.ts'
import { Problem, problemKind } from '#platform/http/problem.ts'

export const notYourAccount = problemKind(
  'access.other_account',
  403,
  { en: 'This account is not yours to write for', fr: 'Ce compte ne vous est pas confié' },
  {
    en: 'You can’t write for {account} here. Ask an owner or a manager of the company.',
    fr: 'Vous ne pouvez pas écrire ici pour {account}. Adressez-vous à un propriétaire ou à un responsable de l’entreprise.',
  },
)

export const unknownConnector = problemKind(
  'channel.unknown_network',
  404,
  { en: 'Unknown network', fr: 'Réseau inconnu' },
  { en: 'There is no network called “{id}” here.', fr: 'Aucun réseau ne s’appelle « {id} » ici.' },
)

export const practiceOnly = problemKind(
  'channel.practice_only',
  409,
  { en: 'For practice companies only', fr: 'Réservé aux entreprises d’entraînement' },
  {
    en: '{network} exists for practice. Open the practice company to use it.',
    fr: '{network} sert à s’entraîner. Ouvrez l’entreprise d’entraînement pour l’utiliser.',
  },
)

export const noRealInPractice = problemKind(
  'channel.real_in_practice',
  409,
  {
    en: 'Real accounts stay out of the practice company',
    fr: 'Pas de compte réel dans l’entreprise d’entraînement',
  },
  {
    en: 'Nothing in the practice company is real. Connect {network} in your own company.',
    fr: 'Rien n’est réel dans l’entreprise d’entraînement. Connectez {network} dans votre propre entreprise.',
  },
)

const connectionRefused = problemKind(
  'channel.refused',
  422,
  { en: '{network} did not accept', fr: '{network} n’a pas accepté' },
  {
    en: '{network} answered: {detail}. Check what you entered.',
    fr: 'Réponse de {network} : {detail}. Vérifiez votre saisie.',
  },
)

const networkUnreachable = problemKind(
  'channel.unreachable',
  502,
  { en: '{network} isn’t responding', fr: '{network} ne répond pas' },
  {
    en: 'Nothing was changed ({detail}). Check the address, then try again in a few minutes.',
    fr: 'Rien n’a été modifié ({detail}). Vérifiez l’adresse, puis réessayez dans quelques minutes.',
  },
)

export const connectionExpired = problemKind(
  'channel.connection_expired',
  410,
  { en: 'This connection took too long', fr: 'Cette connexion a trop duré' },
  { en: 'Start again from the list of networks.', fr: 'Recommencez depuis la liste des réseaux.' },
)

export const noAppHere = problemKind(
  'channel.no_app',
  404,
  { en: '{network} needs no app', fr: '{network} ne demande pas d’application' },
  {
    en: '{network} needs no app of your own: connect the account right away.',
    fr: '{network} ne demande pas d’application à vous : connectez directement le compte.',
  },
)

export const badAppKeys = problemKind(
  'channel.app_keys',
  422,
  { en: 'A key is missing', fr: 'Il manque une clé' },
  {
    en: 'Copy each key from the page of your app.',
    fr: 'Copiez chaque clé depuis la page de votre application.',
  },
)

export const nothingChosen = problemKind(
  'channel.none_chosen',
  422,
  { en: 'No account is chosen', fr: 'Aucun compte n’est choisi' },
  { en: 'Tick at least one account.', fr: 'Cochez au moins un compte.' },
)

/** The sentence for a failure met while a person connects an account. */
export function connectionProblem(network: string, failure: Failure): Problem {
  if (failure.kind === 'rejected') {
    const { field, reason } = failure
    const fields = field ? [{ pointer: `/fields/${field}`, detail: reason }] : []
    return new Problem({ ...connectionRefused, detail: reason }, { network }, { fields })
  }
  const kind = failure.kind === 'auth' ? connectionRefused : networkUnreachable
  return new Problem(kind, { network, detail: failure.detail })
}
