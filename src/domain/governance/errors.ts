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
  { en: 'This installation already has an owner', fr: 'Ce poste a déjà un propriétaire' },
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
    en: 'This key would allow more than you can do',
    fr: 'Cette clé permettrait plus que vos propres droits',
  },
  { en: 'Remove: {scopes}.', fr: 'Retirez : {scopes}.' },
)

export const lastOwner = problemKind(
  'member.last_owner',
  409,
  { en: 'A company needs an owner', fr: 'Une entreprise a besoin d’un propriétaire' },
  {
    en: '{name} is its only owner. Make someone else an owner first.',
    fr: '{name} en est le seul propriétaire. Nommez d’abord un autre propriétaire.',
  },
)

export const ownersOnly = problemKind(
  'member.owners_only',
  403,
  { en: 'Only an owner may do this', fr: 'Seul un propriétaire peut faire cela' },
  {
    en: 'Owners are named, changed and removed by an owner.',
    fr: 'Les propriétaires sont nommés, modifiés et retirés par un propriétaire.',
  },
)

export const alreadyMember = problemKind(
  'member.already_here',
  409,
  { en: 'They already work here', fr: 'Cette personne travaille déjà ici' },
  {
    en: '{email} is a member of this company. Change their role in the list.',
    fr: '{email} fait déjà partie de cette entreprise. Modifiez son rôle dans la liste.',
  },
)

export const alreadyInvited = problemKind(
  'invitation.already_sent',
  409,
  { en: 'They are already invited', fr: 'Cette personne est déjà invitée' },
  {
    en: '{email} has an invitation. Send it again from the list, or withdraw it first.',
    fr: '{email} a déjà une invitation. Renvoyez-la depuis la liste, ou annulez-la d’abord.',
  },
)

export const invitationGone = problemKind(
  'invitation.gone',
  410,
  { en: 'This invitation is no longer valid', fr: 'Cette invitation n’est plus valable' },
  {
    en: 'It was used, withdrawn, or is older than seven days. Ask for a new one.',
    fr: 'Elle a servi, a été annulée, ou date de plus de sept jours. Demandez-en une nouvelle.',
  },
)

export const invitedAsOther = problemKind(
  'invitation.other_person',
  409,
  { en: 'This invitation is for someone else', fr: 'Cette invitation est pour quelqu’un d’autre' },
  {
    en: 'It was sent to {email}, and you are signed in by another address. Sign out, then follow the link again.',
    fr: 'Elle a été envoyée à {email}, et vous êtes connecté avec une autre adresse. Déconnectez-vous, puis suivez à nouveau le lien.',
  },
)

export const notByProgram = problemKind(
  'member.not_by_program',
  403,
  { en: 'A program cannot do this', fr: 'Un programme ne peut pas faire cela' },
  { en: 'Sign in as a person.', fr: 'Connectez-vous en tant que personne.' },
)

export const keyBeyondAccounts = problemKind(
  'key.beyond_accounts',
  403,
  {
    en: 'This key would write for accounts that are not yours',
    fr: 'Cette clé écrirait pour des comptes qui ne vous sont pas confiés',
  },
  {
    en: 'Limit it to accounts you can write for yourself.',
    fr: 'Limitez-la aux comptes pour lesquels vous pouvez écrire.',
  },
)
