import type { Text } from '#platform/text.ts'

/** The events that other programs may hear, and what each means. Anything else stays in the house. */
export const TOLD: Record<string, Text> = {
  'post.scheduled': { en: 'A post was scheduled', fr: 'Une publication a été programmée' },
  'post.changed': {
    en: 'A post was written, changed, moved or removed',
    fr: 'Une publication a été écrite, modifiée, déplacée ou retirée',
  },
  'delivery.published': {
    en: 'A post or a reply went out from an account',
    fr: 'Une publication ou une réponse est partie par un compte',
  },
  'delivery.failed': {
    en: 'A post or a reply did not go out',
    fr: 'Une publication ou une réponse n’est pas partie',
  },
  'delivery.unknown': {
    en: 'It is not known whether a post or a reply went out',
    fr: 'On ne sait pas si une publication ou une réponse est partie',
  },
  'delivery.handed': {
    en: 'A post is due to be published by hand',
    fr: 'Une publication est à faire à la main',
  },
  'approval.requested': {
    en: 'An approval is requested',
    fr: 'Une validation est demandée',
  },
  'approval.decided': { en: 'An approval was decided', fr: 'Une validation a été rendue' },
  'crisis.on': {
    en: 'Everything scheduled is held',
    fr: 'Tout ce qui est programmé est suspendu',
  },
  'crisis.off': {
    en: 'What was held can be reviewed again',
    fr: 'Ce qui était suspendu peut être revu',
  },
  'channel.connected': { en: 'An account was connected', fr: 'Un compte a été connecté' },
  'channel.broken': {
    en: 'An account must be reconnected',
    fr: 'Un compte doit être reconnecté',
  },
  'channel.disconnected': { en: 'An account was disconnected', fr: 'Un compte a été retiré' },
  'conversation.opened': { en: 'Someone wrote to us', fr: 'Quelqu’un nous a écrit' },
  'mention.found': {
    en: 'A mention of us was found',
    fr: 'On a trouvé ce qui se dit de nous',
  },
  'alert.raised': {
    en: 'A query is being talked about more than usual, or a post carries a risk',
    fr: 'Une requête fait parler plus que d’habitude, ou un message présente un risque',
  },
  'alert.grew': { en: 'An alert has doubled', fr: 'Une alerte a doublé' },
  'experiment.concluded': { en: 'An experiment was concluded', fr: 'Une expérience est conclue' },
}

/** Sent when a person asks for a trial. */
export const TRIAL = 'webhook.test'
