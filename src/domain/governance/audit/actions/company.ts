import type { Text } from '#platform/text.ts'

/** The company, its people, and the programs it speaks to. */
export const companyActions = {
  'company.created': { en: '{who} opened the company.', fr: '{who} a ouvert l’entreprise.' },
  'company.changed': {
    en: '{who} changed the company’s settings.',
    fr: '{who} a modifié les réglages de l’entreprise.',
  },
  'member.invited': {
    en: '{who} invited {whom} as {role}.',
    fr: '{who} a invité {whom} ({role}).',
  },
  'member.invited-again': {
    en: '{who} sent {whom} a new invitation.',
    fr: '{who} a renvoyé une invitation à {whom}.',
  },
  'member.uninvited': {
    en: '{who} withdrew {whom}’s invitation.',
    fr: '{who} a annulé l’invitation de {whom}.',
  },
  'member.joined': { en: '{who} joined as {role}.', fr: '{who} a rejoint l’équipe ({role}).' },
  'member.role-changed': {
    en: '{who} made {whom} {role} (was {before}).',
    fr: '{who} a donné à {whom} le rôle « {role} » (avant : {before}).',
  },
  'member.accounts-changed': {
    en: '{who} changed the accounts {whom} may use.',
    fr: '{who} a modifié les comptes que {whom} peut utiliser.',
  },
  'member.removed': {
    en: '{who} removed {whom} from the company.',
    fr: '{who} a retiré {whom} de l’entreprise.',
  },
  'member.left': { en: '{who} left the company.', fr: '{who} a quitté l’entreprise.' },
  'key.created': {
    en: '{who} created an API key ({scopes}).',
    fr: '{who} a créé une clé d’API ({scopes}).',
  },
  'key.deleted': { en: '{who} revoked an API key.', fr: '{who} a révoqué une clé d’API.' },
  'assistant.set': {
    en: '{who} set up the writing help.',
    fr: '{who} a réglé l’aide à la rédaction.',
  },
  'assistant.removed': {
    en: '{who} removed the writing help.',
    fr: '{who} a retiré l’aide à la rédaction.',
  },
  'assistant.asked': {
    en: '{who} asked for help with writing: the text was sent out of Vigie.',
    fr: '{who} a demandé une aide à la rédaction : le texte a quitté Vigie.',
  },
  'webhook.given_up': {
    en: '{who} gave up notifying another program: it has not responded for days.',
    fr: '{who} a renoncé à prévenir un autre programme : il ne répond plus depuis des jours.',
  },
  'webhook.created': {
    en: '{who} set up a webhook to another program.',
    fr: '{who} a branché un programme extérieur sur les événements.',
  },
  'webhook.changed': {
    en: '{who} changed the events another program gets.',
    fr: '{who} a modifié ce qui est transmis à un programme extérieur.',
  },
  'webhook.secret_changed': {
    en: '{who} changed the secret shared with another program.',
    fr: '{who} a changé le secret partagé avec un programme extérieur.',
  },
  'webhook.deleted': {
    en: '{who} stopped notifying another program.',
    fr: '{who} a débranché un programme extérieur.',
  },
  'publishing.rules_changed': {
    en: '{who} changed what happens to posts whose time has passed.',
    fr: '{who} a modifié le sort des publications dont l’heure est passée.',
  },
  'company.keeping_changed': {
    en: '{who} changed how long mentions are kept.',
    fr: '{who} a modifié la durée de conservation des mentions.',
  },
  'company.mentions_erased': {
    en: '{who} erased the mentions that had been kept long enough ({count}).',
    fr: '{who} a effacé les mentions arrivées au bout de leur durée de conservation ({count}).',
  },
  'hint.silenced': {
    en: '{who} silenced a writing hint.',
    fr: '{who} a fait taire un conseil de rédaction.',
  },
  'hint.heard': {
    en: '{who} restored a writing hint.',
    fr: '{who} a rétabli un conseil de rédaction.',
  },
  'links.tags_changed': {
    en: '{who} changed the tags added to links.',
    fr: '{who} a modifié les balises ajoutées aux liens.',
  },
  'practice.misbehaves': {
    en: '{who} made the practice network fail on purpose.',
    fr: '{who} a provoqué une panne du réseau d’entraînement.',
  },
  'practice.crisis-staged': {
    en: '{who} staged a practice crisis ({posts} posts).',
    fr: '{who} a lancé une crise d’entraînement ({posts} messages).',
  },
  'practice.behaves': {
    en: '{who} ended the practice network’s failures.',
    fr: '{who} a mis fin aux pannes du réseau d’entraînement.',
  },
} satisfies Record<string, Text>
