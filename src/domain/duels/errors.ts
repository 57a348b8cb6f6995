import { problemKind } from '#platform/http/problem.ts'

export const samePicture = problemKind(
  'duel.same_picture',
  422,
  { en: 'Both are the same picture', fr: 'Les deux images sont la même' },
  { en: 'Choose two different pictures.', fr: 'Choisissez deux images différentes.' },
)

export const noSuchPicture = problemKind(
  'duel.no_such_picture',
  422,
  { en: 'A picture is not in the library', fr: 'Une image n’est pas dans la bibliothèque' },
  {
    en: 'Choose both pictures from the library.',
    fr: 'Choisissez les deux images dans la bibliothèque.',
  },
)

export const noPublicAddress = problemKind(
  'duel.no_public_address',
  422,
  {
    en: 'People could not reach the voting page',
    fr: 'Le public ne pourrait pas atteindre la page de vote',
  },
  {
    en: 'Vigie has no public address (Settings). Give it one, or ask by a poll or by reactions.',
    fr: 'Ce poste n’a pas d’adresse publique (Réglages). Donnez-lui-en une, ou demandez par sondage ou par réactions.',
  },
)
