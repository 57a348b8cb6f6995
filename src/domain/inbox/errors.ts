import { problemKind } from '#platform/http/problem.ts'

export const noSuchMessage = problemKind(
  'conversation.no_such_message',
  422,
  { en: 'What this answers is not there', fr: 'Ce à quoi vous répondez n’est pas là' },
  {
    en: 'Nobody said this to you in this conversation. Read the conversation again, then answer what stands there.',
    fr: 'Personne ne vous a dit cela dans cette conversation. Relisez-la, puis répondez à ce qui s’y trouve.',
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
