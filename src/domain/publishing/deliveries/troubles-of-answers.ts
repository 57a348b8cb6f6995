import type { Text } from '#platform/text.ts'
import type { Trouble } from '../model.ts'

/** What is said otherwise of an answer than of a post: it is read in its conversation, where it cannot be edited. */
export const troublesOfAnswers: Partial<Record<Trouble['kind'], Text>> = {
  access: {
    en: 'The account must be connected again; this reply was not sent. Connect it in Channels, then send the reply again.',
    fr: 'Le compte doit être reconnecté ; cette réponse n’est pas partie. Reconnectez-le dans Comptes, puis renvoyez la réponse.',
  },
  rejected: {
    en: 'The network refuses this reply. {reason}',
    fr: 'Le réseau refuse cette réponse. {reason}',
  },
  late: {
    en: 'This reply should have left more than a day ago and did not. It will not leave so late without you: send it again, or leave it.',
    fr: 'Cette réponse aurait dû partir il y a plus d’un jour et n’est pas partie. Elle ne partira pas si tard sans vous : renvoyez-la, ou laissez-la.',
  },
  unconfirmed: {
    en: 'This reply may have left: the network took it or lost it, and does not say. Look at the conversation there before you send it again.',
    fr: 'Cette réponse est peut-être partie : le réseau l’a prise ou l’a perdue, et ne le dit pas. Regardez la conversation là-bas avant de la renvoyer.',
  },
  taken: {
    en: 'Another reply of yours with the same words stands there. Look whether this one does too before you send it again.',
    fr: 'Une autre de vos réponses, aux mots identiques, s’y trouve. Regardez si celle-ci y est aussi avant de la renvoyer.',
  },
}
