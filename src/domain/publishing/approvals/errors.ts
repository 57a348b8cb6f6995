import { problemKind } from '#platform/http/problem.ts'

export const nothingToDecide = problemKind(
  'approval.none',
  409,
  { en: 'Nothing waits for approval here', fr: 'Rien n’attend de validation ici' },
  {
    en: 'This post waits for no approval: it was withdrawn, refused, or never asked for one.',
    fr: 'Cette publication n’attend aucune validation : elle a été retirée, refusée, ou n’en a jamais demandé.',
  },
)

export const changedSinceSeen = problemKind(
  'approval.changed_since',
  409,
  { en: 'It has changed since you read it', fr: 'Elle a changé depuis votre lecture' },
  {
    en: 'The post was changed while you were reading it. Read it again, then decide.',
    fr: 'La publication a été modifiée pendant votre lecture. Relisez-la, puis décidez.',
  },
)

export const notThisStep = problemKind(
  'approval.not_this_step',
  409,
  { en: 'This step is not open', fr: 'Cette étape n’est pas ouverte' },
  {
    en: 'Another step of the approval is under way now. Look at it again.',
    fr: 'Une autre étape de la validation est en cours. Consultez-la à nouveau.',
  },
)

export const notYours = problemKind(
  'approval.not_yours',
  403,
  { en: 'This decision is not yours', fr: 'Cette décision ne vous revient pas' },
  {
    en: 'This step waits for {names}.',
    fr: 'Cette étape attend {names}.',
  },
)

export const ownPost = problemKind(
  'approval.own_post',
  403,
  { en: 'One does not approve one’s own post', fr: 'On ne valide pas sa propre publication' },
  {
    en: 'You wrote some of it, so somebody else must read it: {names}.',
    fr: 'Vous en avez écrit une partie, une autre personne doit donc la relire : {names}.',
  },
)

export const peopleOnly = problemKind(
  'approval.people_only',
  403,
  { en: 'Only a person approves', fr: 'Seule une personne valide' },
  {
    en: 'An API key stands for a program. Sign in to decide.',
    fr: 'Une clé d’API représente un programme. Connectez-vous pour décider.',
  },
)

export const sayWhat = problemKind(
  'approval.say_what',
  422,
  { en: 'Say what should change', fr: 'Dites ce qui doit changer' },
  {
    en: 'Whoever wrote it needs a sentence to work with.',
    fr: 'La personne qui l’a écrite a besoin d’une phrase pour avancer.',
  },
)

export const notYourRequest = problemKind(
  'approval.not_your_request',
  403,
  { en: 'Somebody else asked for it', fr: 'Une autre personne l’a demandée' },
  {
    en: 'Only who asked for this approval, or who may publish alone, can withdraw it.',
    fr: 'Seule la personne qui a demandé cette validation, ou qui peut publier seule, peut la retirer.',
  },
)

export const unknownPeople = problemKind(
  'approval.unknown_people',
  422,
  { en: 'Nobody could decide this step', fr: 'Personne ne pourrait décider de cette étape' },
  {
    en: 'Step {step} asks for {needed} agreements, and {count} people may give one.',
    fr: 'L’étape {step} demande {needed} accords, et {count} personnes peuvent en donner un.',
  },
)

export const underEmbargo = problemKind(
  'post.under_embargo',
  409,
  { en: 'It is under embargo', fr: 'Elle est sous embargo' },
  {
    en: 'Nothing of it may leave before {wallTime} ({zone}). Choose a later time.',
    fr: 'Rien ne doit en partir avant le {wallTime} ({zone}). Choisissez une heure plus tardive.',
  },
)

export const embargoTooLate = problemKind(
  'post.embargo_after_hour',
  409,
  { en: 'It is scheduled before that', fr: 'Elle est programmée avant' },
  {
    en: 'It would leave on {wallTime}. Move it first, then set the embargo.',
    fr: 'Elle partirait le {wallTime}. Déplacez-la d’abord, puis posez l’embargo.',
  },
)
