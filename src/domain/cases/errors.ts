import { problemKind } from '#platform/http/problem.ts'

export const changedMeanwhile = problemKind(
  'case.changed_meanwhile',
  409,
  {
    en: 'Someone else changed it in the meantime',
    fr: 'Une autre personne l’a modifié entre-temps',
  },
  {
    en: '{name} changed it. Reload, then repeat your change: nothing of theirs was lost.',
    fr: 'Dernière modification par {name}. Relisez, puis refaites la vôtre. Rien n’a été écrasé.',
  },
)

export const wrongState = problemKind(
  'case.wrong_state',
  422,
  { en: 'This cannot end that way', fr: 'Cela ne se termine pas ainsi' },
  {
    en: 'A lead is open, won or lost; a case is open or closed.',
    fr: 'Un prospect est ouvert, gagné ou perdu ; un dossier est ouvert ou clos.',
  },
)

export const notAMember = problemKind(
  'case.not_a_member',
  422,
  { en: 'Not a member of the company', fr: 'Cette personne ne fait pas partie de l’entreprise' },
  { en: 'Choose a member.', fr: 'Choisissez un membre.' },
)

export const noMention = problemKind(
  'case.no_mention',
  422,
  { en: 'This mention is no longer kept', fr: 'Cette mention n’est plus conservée' },
  { en: 'Choose another one in Listening.', fr: 'Choisissez-en une autre dans Veille.' },
)
