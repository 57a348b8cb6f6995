import type { Text } from '#platform/text.ts'

/** What is planned, and what is tried. */
export const planningActions = {
  'slots.changed': {
    en: '{who} changed the queue hours.',
    fr: '{who} a modifié les heures de la file d’attente.',
  },
  'recurrence.created': {
    en: '{who} created a series of posts.',
    fr: '{who} a créé une série de publications.',
  },
  'recurrence.changed': {
    en: '{who} changed a series of posts.',
    fr: '{who} a modifié une série de publications.',
  },
  'recurrence.cut': {
    en: '{who} ended a series of posts where another starts.',
    fr: '{who} a arrêté une série de publications là où une autre commence.',
  },
  'recurrence.stopped': {
    en: '{who} stopped a series of posts.',
    fr: '{who} a arrêté une série de publications.',
  },
  'recurrence.resumed': {
    en: '{who} resumed a series of posts.',
    fr: '{who} a repris une série de publications.',
  },
  'recurrence.skipped': {
    en: '{who} skipped one post in a series.',
    fr: '{who} a sauté une publication d’une série.',
  },
  'recurrence.unskipped': {
    en: '{who} restored a skipped post in a series.',
    fr: '{who} a rétabli une publication sautée d’une série.',
  },
  'evergreen.shelved': {
    en: '{who} put a post on the shelf.',
    fr: '{who} a mis une publication sur l’étagère.',
  },
  'evergreen.changed': {
    en: '{who} changed a post on the shelf.',
    fr: '{who} a modifié une publication de l’étagère.',
  },
  'evergreen.unshelved': {
    en: '{who} removed a post from the shelf.',
    fr: '{who} a retiré une publication de l’étagère.',
  },
  'campaign.created': { en: '{who} opened a campaign.', fr: '{who} a ouvert une campagne.' },
  'campaign.changed': { en: '{who} changed a campaign.', fr: '{who} a modifié une campagne.' },
  'campaign.archived': { en: '{who} archived a campaign.', fr: '{who} a archivé une campagne.' },
  'campaign.restored': {
    en: '{who} took a campaign out of the archive.',
    fr: '{who} a sorti une campagne des archives.',
  },
  'campaign.cost_entered': {
    en: '{who} entered a campaign expense.',
    fr: '{who} a saisi une dépense de campagne.',
  },
  'campaign.cost_struck': {
    en: '{who} struck out a campaign expense.',
    fr: '{who} a rayé une dépense de campagne.',
  },
  'duel.opened': { en: '{who} opened a product duel.', fr: '{who} a ouvert un duel de produits.' },
  'experiment.started': { en: '{who} planned an experiment.', fr: '{who} a préparé un essai.' },
  'experiment.changed': { en: '{who} changed an experiment.', fr: '{who} a modifié un essai.' },
  'experiment.concluded': { en: '{who} concluded an experiment.', fr: '{who} a conclu un essai.' },
} satisfies Record<string, Text>
