import { problemKind } from '#platform/http/problem.ts'

export const tooMuch = problemKind(
  'visit.too_much',
  429,
  { en: 'Too many messages', fr: 'Trop de messages' },
  {
    en: 'That is a lot at once. Your message is kept here: try again in a few minutes.',
    fr: 'Cela fait beaucoup d’un coup. Votre message est gardé ici : réessayez dans quelques minutes.',
  },
)

export const tooLong = problemKind(
  'visit.too_long',
  422,
  { en: 'The message is too long', fr: 'Le message est trop long' },
  {
    en: 'A message can have {max} characters at most. Send it in two.',
    fr: 'Un message contient {max} caractères au plus. Envoyez-le en deux fois.',
  },
)

export const tooManyLinks = problemKind(
  'visit.too_many_links',
  422,
  { en: 'Too many links', fr: 'Trop de liens' },
  {
    en: 'A message can have {max} links at most, to prevent spam. Remove some.',
    fr: 'Un message contient {max} liens au plus, à cause des messages indésirables. Retirez-en.',
  },
)

export const ended = problemKind(
  'visit.ended',
  403,
  { en: 'This conversation is closed', fr: 'Cette conversation est close' },
  {
    en: 'The company has closed this conversation.',
    fr: 'L’entreprise a mis fin à cette conversation.',
  },
)

export const noSecret = problemKind(
  'visit.no_secret',
  401,
  { en: 'Nobody’s conversation', fr: 'La conversation de personne' },
  {
    en: 'Say which conversation by the secret that the browser keeps.',
    fr: 'Dites quelle conversation par le secret que garde le navigateur.',
  },
)
