import { problemKind } from '#platform/http/problem.ts'

export const nothingToHold = problemKind(
  'crisis.no_target',
  422,
  { en: 'There is no such thing to hold', fr: 'Il n’y a rien de tel à suspendre' },
  {
    en: 'Choose an account, a network or a campaign of this company.',
    fr: 'Choisissez un compte, un réseau ou une campagne de cette entreprise.',
  },
)

export const repliesHeld = problemKind(
  'reply.held',
  409,
  { en: 'Replies are held', fr: 'Les réponses sont suspendues' },
  {
    en: '{name} holds everything, replies included{reason}. Nothing was sent. Lift the hold first.',
    fr: '{name} a tout suspendu, réponses comprises{reason}. Rien n’est parti. Levez d’abord la suspension.',
  },
)
