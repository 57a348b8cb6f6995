import { problemKind } from '#platform/http/problem.ts'

export const cannotReply = problemKind(
  'conversation.cannot_reply',
  409,
  { en: 'This account cannot answer now', fr: 'Ce compte ne peut pas répondre pour l’instant' },
  {
    en: '{handle} is not connected. Connect it again in Channels, then send your reply.',
    fr: '{handle} n’est pas connecté. Reconnectez-le dans Comptes, puis envoyez votre réponse.',
  },
)

export const replyTooLong = problemKind(
  'conversation.reply_too_long',
  422,
  { en: 'The reply is too long', fr: 'La réponse est trop longue' },
  {
    en: '{network} takes {max} at most; this has {length}. Shorten it.',
    fr: '{network} accepte {max} caractères au plus ; il y en a {length}. Raccourcissez.',
  },
)

export const cannotBlock = problemKind(
  'conversation.cannot_block',
  409,
  { en: 'Nobody can be blocked here', fr: 'Personne ne peut être bloqué ici' },
  {
    en: 'Only visitors of your own website can be blocked, as long as their conversation is kept. Elsewhere, block the person on the network.',
    fr: 'Seuls les visiteurs de votre site peuvent être bloqués, tant que leur conversation est gardée. Ailleurs, bloquez la personne sur le réseau.',
  },
)

export const notAMember = problemKind(
  'conversation.not_a_member',
  422,
  { en: 'Not a member of the company', fr: 'Cette personne ne fait pas partie de l’entreprise' },
  { en: 'Assign the conversation to a member.', fr: 'Confiez la conversation à un membre.' },
)

export const cannotAnswerMention = problemKind(
  'conversation.cannot_answer_mention',
  409,
  { en: 'It cannot be answered from here', fr: 'Impossible d’y répondre d’ici' },
  {
    en: 'With this account of {network}, answer at the post’s own address.',
    fr: 'Avec ce compte {network}, répondez à l’adresse même de la publication.',
  },
)

export const mentionRefused = problemKind(
  'conversation.mention_refused',
  409,
  { en: 'The network does not show this post', fr: 'Le réseau ne montre pas cette publication' },
  { en: 'It may be gone.', fr: 'Elle a peut-être été supprimée.' },
)

export const networkSilent = problemKind(
  'conversation.network_silent',
  409,
  { en: '{network} does not answer now', fr: '{network} ne répond pas pour l’instant' },
  { en: 'Try again in a few minutes.', fr: 'Réessayez dans quelques minutes.' },
)
