import { problemKind } from '#platform/http/problem.ts'

export const noList = problemKind(
  'subscribers.no_list',
  409,
  { en: 'This account has no list', fr: 'Ce compte n’a pas de liste' },
  {
    en: 'Only accounts that send letters have one.',
    fr: 'Seuls les comptes qui envoient des lettres en ont une.',
  },
)
