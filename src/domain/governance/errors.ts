import { problemKind } from '#platform/http/problem.ts'

export const wrongCredentials = problemKind(
  'session.wrong_credentials',
  401,
  { en: 'Wrong e-mail or password', fr: 'Adresse e-mail ou mot de passe incorrect' },
  {
    en: 'No account matches this e-mail and password. Check both and try again.',
    fr: 'Aucun compte ne correspond à cette adresse et à ce mot de passe. Vérifiez les deux et réessayez.',
  },
)

export const tooManyAttempts = problemKind(
  'session.too_many_attempts',
  429,
  { en: 'Too many attempts', fr: 'Trop de tentatives' },
  {
    en: 'Sign-in is paused after too many wrong passwords. Try again in {minutes} min.',
    fr: 'La connexion est suspendue après trop de mots de passe erronés. Réessayez dans {minutes} min.',
  },
)

export const alreadyOpened = problemKind(
  'desk.already_opened',
  409,
  { en: 'This desk already has an owner', fr: 'Ce poste a déjà un propriétaire' },
  {
    en: 'Sign in, or ask the owner to invite you.',
    fr: 'Connectez-vous, ou demandez une invitation au propriétaire.',
  },
)

export const notPractice = problemKind(
  'company.not_practice',
  409,
  {
    en: 'Only a practice company can be deleted here',
    fr: 'Seule une entreprise d’entraînement peut être supprimée ici',
  },
  {
    en: '“{name}” is a real company. Its posts and figures are kept.',
    fr: '« {name} » est une véritable entreprise. Ses publications et ses chiffres sont conservés.',
  },
)

export const keyBeyondRole = problemKind(
  'key.beyond_role',
  403,
  {
    en: 'This key would allow more than you may do',
    fr: 'Cette clé permettrait plus que vos propres droits',
  },
  { en: 'Take off: {scopes}.', fr: 'Retirez : {scopes}.' },
)
