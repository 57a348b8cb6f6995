import { problemKind } from '#platform/http/problem.ts'

export const noTask = problemKind(
  'task.not_now',
  409,
  { en: 'This is no longer to be done', fr: 'Cette tâche n’est plus à faire' },
  {
    en: 'Somebody settled it, moved it or took its post off meanwhile. Read the list again.',
    fr: 'Quelqu’un l’a réglée, déplacée, ou a retiré sa publication entre-temps. Relisez la liste.',
  },
)

export const editedMeanwhile = problemKind(
  'task.edited',
  409,
  { en: 'The post was edited meanwhile', fr: 'La publication a été modifiée entre-temps' },
  {
    en: 'What is shown now is what is to be put up. Look at it again, then say that it is done.',
    fr: 'Ce qui s’affiche maintenant est ce qu’il faut publier. Relisez, puis indiquez que c’est fait.',
  },
)

export const notSettled = problemKind(
  'task.not_settled',
  409,
  { en: 'There is nothing to undo', fr: 'Il n’y a rien à annuler' },
  {
    en: 'Nobody said that it was done or not, or its post was taken off since.',
    fr: 'Personne n’a dit si c’était fait ou non, ou sa publication a été retirée depuis.',
  },
)

export const noSuchPhoto = problemKind(
  'task.no_photo',
  422,
  { en: 'This photo is not in the library', fr: 'Cette photo n’est pas dans la bibliothèque' },
  { en: 'Send it again.', fr: 'Envoyez-la à nouveau.' },
)
