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
