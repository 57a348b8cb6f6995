import { problemKind } from '#platform/http/problem.ts'

export const experimentNotFound = problemKind(
  'experiment.not_found',
  404,
  { en: 'No such comparison', fr: 'Comparaison introuvable' },
  {
    en: 'This comparison does not exist, or belongs to another company.',
    fr: 'Cette comparaison n’existe pas, ou appartient à une autre entreprise.',
  },
)

export const postsRefused = problemKind(
  'experiment.posts_refused',
  422,
  { en: 'These posts cannot be compared', fr: 'Ces publications ne peuvent pas être comparées' },
  {
    en: 'Correct the versions below, then send again.',
    fr: 'Corrigez les versions indiquées, puis renvoyez.',
  },
)

export const alreadyConcluded = problemKind(
  'experiment.already_concluded',
  409,
  { en: 'This comparison is concluded', fr: 'Cette comparaison est conclue' },
  {
    en: 'Its finding is kept as it was. Start a new comparison to continue.',
    fr: 'Sa conclusion est conservée telle quelle. Lancez une nouvelle comparaison pour poursuivre.',
  },
)
