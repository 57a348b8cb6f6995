import { problemKind } from '#platform/http/problem.ts'

export const linkOver = problemKind(
  'review.link_over',
  410,
  { en: 'This link has ended', fr: 'Ce lien n’est plus valable' },
  {
    en: 'It has expired or was withdrawn. Ask {company} for a new one; what you said before is kept.',
    fr: 'Il a expiré ou a été retiré. Demandez-en un nouveau à {company} ; ce que vous avez dit est conservé.',
  },
)

export const noSuchLink = problemKind(
  'review.no_such_link',
  404,
  { en: 'This link leads nowhere', fr: 'Ce lien ne mène nulle part' },
  {
    en: 'Perhaps some of it was lost on the way. Ask for it again.',
    fr: 'Une partie s’est peut-être perdue en route. Redemandez-le.',
  },
)

export const passcodeNeeded = problemKind(
  'review.passcode_needed',
  401,
  { en: 'A code is asked for', fr: 'Un code est demandé' },
  {
    en: 'Enter the code you were given with this link.',
    fr: 'Saisissez le code qui vous a été donné avec ce lien.',
  },
)

export const wrongPasscode = problemKind(
  'review.wrong_passcode',
  401,
  { en: 'This is not the code', fr: 'Ce n’est pas le bon code' },
  { en: 'Check it and try again.', fr: 'Vérifiez-le et réessayez.' },
)

export const tooManyKnocks = problemKind(
  'review.too_many',
  429,
  { en: 'Too many attempts', fr: 'Trop d’essais' },
  { en: 'Try again in {minutes} minutes.', fr: 'Réessayez dans {minutes} minutes.' },
)
