import { problemKind } from '#platform/http/problem.ts'

export const changedMeanwhile = problemKind(
  'post.changed_meanwhile',
  409,
  { en: 'Somebody else changed this post', fr: 'Cette publication a été modifiée entre-temps' },
  {
    en: '{name} changed it ({at}). Read it again, then repeat your change.',
    fr: '{name} l’a modifiée ({at}). Relisez-la, puis refaites votre modification.',
  },
)

export const leavingNow = problemKind(
  'post.leaving_now',
  409,
  { en: 'It is leaving right now', fr: 'Elle est en train de partir' },
  {
    en: 'It is leaving right now by {account}, or the desk is checking whether it has left. Try again in a moment.',
    fr: 'Elle est en train de partir par {account}, ou Vigie vérifie si elle est partie. Réessayez dans un instant.',
  },
)

export const alreadyLeft = problemKind(
  'post.already_left',
  409,
  { en: 'It has already left', fr: 'Elle est déjà partie' },
  {
    en: 'It has already left by {account}. What is published can no longer be changed from here; make a new post instead.',
    fr: 'Elle est déjà partie par {account}. Ce qui est publié ne se modifie plus d’ici ; créez plutôt une nouvelle publication.',
  },
)

export const mayHaveLeft = problemKind(
  'post.may_have_left',
  409,
  { en: 'It may already have left', fr: 'Elle est peut-être déjà partie' },
  {
    en: 'Nobody knows yet whether it left by {account}. Settle that first: check again, or say that it is published.',
    fr: 'On ne sait pas encore si elle est partie par {account}. Tranchez d’abord : vérifiez à nouveau, ou indiquez qu’elle est publiée.',
  },
)

export const notScheduled = problemKind(
  'post.not_scheduled',
  409,
  { en: 'This post is not scheduled', fr: 'Cette publication n’est pas programmée' },
  { en: 'Schedule it first.', fr: 'Programmez-la d’abord.' },
)

export const takenOff = problemKind(
  'post.cancelled',
  409,
  { en: 'This post was deleted', fr: 'Cette publication a été supprimée' },
  { en: 'Restore it first.', fr: 'Rétablissez-la d’abord.' },
)

export const notReady = problemKind(
  'post.not_ready',
  422,
  {
    en: 'This post cannot be scheduled yet',
    fr: 'Cette publication ne peut pas encore être programmée',
  },
  {
    en: 'Correct what is listed below, then schedule it again.',
    fr: 'Corrigez les points ci-dessous, puis programmez-la à nouveau.',
  },
)

export const nowhereToGo = problemKind(
  'post.no_account',
  422,
  { en: 'No account was chosen', fr: 'Aucun compte n’est choisi' },
  {
    en: 'Choose at least one account by which it leaves.',
    fr: 'Choisissez au moins un compte par lequel elle partira.',
  },
)

export const pastTime = problemKind(
  'post.past_time',
  422,
  { en: 'This time is past', fr: 'Cette heure est passée' },
  {
    en: '{wallTime} in {zone} is past: it is {now} there. Choose a later time, or publish now.',
    fr: '{wallTime} ({zone}) est passé : il y est {now}. Choisissez une heure plus tardive, ou publiez maintenant.',
  },
)

export const noSuchTime = problemKind(
  'post.no_such_time',
  422,
  { en: 'This date does not exist', fr: 'Cette date n’existe pas' },
  {
    en: '“{wallTime}” is not a date and time of the calendar.',
    fr: '« {wallTime} » n’est pas une date et une heure du calendrier.',
  },
)

export const tooFarAhead = problemKind(
  'post.too_far_ahead',
  422,
  { en: 'This is too far ahead', fr: 'Cette date est trop lointaine' },
  {
    en: 'A post can be scheduled up to five years ahead.',
    fr: 'Une publication se programme au plus cinq ans à l’avance.',
  },
)

export const notNow = problemKind(
  'delivery.not_now',
  409,
  { en: 'This cannot be done now', fr: 'Cette action est impossible pour l’instant' },
  {
    en: 'The state of this delivery has changed. Look at it again.',
    fr: 'L’état de cet envoi a changé. Consultez-le à nouveau.',
  },
)

export const accountClosed = problemKind(
  'delivery.account_closed',
  409,
  { en: 'The account must be connected again first', fr: 'Le compte doit d’abord être reconnecté' },
  {
    en: 'Connect {account} again, then send it.',
    fr: 'Reconnectez {account}, puis relancez l’envoi.',
  },
)

/** Its sentence is the reason: the account, the network, the time that has passed. */
export const cannotReply = problemKind(
  'conversation.cannot_reply',
  409,
  { en: 'This cannot be answered now', fr: 'Impossible d’y répondre pour l’instant' },
  {
    en: 'The account or its network does not allow it.',
    fr: 'Le compte ou son réseau ne le permet pas.',
  },
)

export const replyTooLong = problemKind(
  'conversation.reply_too_long',
  422,
  { en: 'The reply is too long', fr: 'La réponse est trop longue' },
  {
    en: 'Shorten it, then send it again.',
    fr: 'Raccourcissez-la, puis renvoyez-la.',
  },
)

export const replyRefused = problemKind(
  'reply.not_ready',
  422,
  { en: 'This reply cannot be sent', fr: 'Cette réponse ne peut pas être envoyée' },
  {
    en: 'Correct what is listed below, then send it again.',
    fr: 'Corrigez les points ci-dessous, puis renvoyez-la.',
  },
)
