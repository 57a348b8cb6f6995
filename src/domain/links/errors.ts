import { problemKind } from '#platform/http/problem.ts'

export const linkNotFound = problemKind(
  'link.not_found',
  404,
  { en: 'No such link', fr: 'Lien introuvable' },
  {
    en: 'This link does not exist, or belongs to another company.',
    fr: 'Ce lien n’existe pas, ou appartient à une autre entreprise.',
  },
)

export const addressRefused = problemKind(
  'link.address_refused',
  422,
  { en: 'A link cannot lead there', fr: 'Un lien ne peut pas mener là' },
  {
    en: 'Correct the address below, then send again.',
    fr: 'Corrigez l’adresse indiquée, puis renvoyez.',
  },
)
