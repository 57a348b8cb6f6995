import type { Text } from '#platform/text.ts'

/** Accounts, and what comes back by them. */
export const networksActions = {
  'channel.connected': { en: '{who} connected an account.', fr: '{who} a connecté un compte.' },
  'channel.disconnected': {
    en: '{who} disconnected an account.',
    fr: '{who} a déconnecté un compte.',
  },
  'app.keys-set': {
    en: '{who} entered the keys of the company’s {network} app.',
    fr: '{who} a saisi les clés de l’application {network} de l’entreprise.',
  },
  'app.keys-removed': {
    en: '{who} removed the keys of the company’s {network} app.',
    fr: '{who} a retiré les clés de l’application {network} de l’entreprise.',
  },
  'mention.assigned': {
    en: '{who} assigned someone a mention.',
    fr: '{who} a confié une mention.',
  },
  'mention.unassigned': {
    en: '{who} unassigned a mention: nobody has it now.',
    fr: '{who} a repris une mention\u00a0: personne n’en a la charge.',
  },
  'mention.learning-on': {
    en: '{who} had Vigie learn from corrections again.',
    fr: '{who} a de nouveau autorisé Vigie à apprendre des corrections.',
  },
  'mention.learning-off': {
    en: '{who} had Vigie stop learning from corrections.',
    fr: '{who} a demandé à Vigie de ne plus apprendre des corrections.',
  },
  'query.created': {
    en: '{who} created a listening query.',
    fr: '{who} a créé une requête de veille.',
  },
  'query.changed': {
    en: '{who} changed a listening query.',
    fr: '{who} a modifié une requête de veille.',
  },
  'query.deleted': {
    en: '{who} deleted a listening query.',
    fr: '{who} a supprimé une requête de veille.',
  },
  'query.compared': {
    en: '{who} chose which queries are compared.',
    fr: '{who} a choisi les requêtes à comparer.',
  },
  'source.added': {
    en: '{who} added a listening source.',
    fr: '{who} a ajouté une source de veille.',
  },
  'source.list-added': {
    en: '{who} added {added} feeds from a list.',
    fr: '{who} a ajouté {added} flux d’une liste.',
  },
  'source.file-imported': {
    en: '{who} imported {added} mentions from a file.',
    fr: '{who} a importé {added} mentions depuis un fichier.',
  },
  'source.removed': {
    en: '{who} removed a listening source.',
    fr: '{who} a retiré une source de veille.',
  },
  'conversation.blocked': {
    en: '{who} blocked a visitor of the website.',
    fr: '{who} a bloqué un visiteur du site.',
  },
  'conversation.unblocked': {
    en: '{who} let a visitor of the website write again.',
    fr: '{who} a rendu la parole à un visiteur du site.',
  },
  'conversation.taken_up': {
    en: '{who} took a mention into the inbox to answer it.',
    fr: '{who} a repris une mention dans la boîte de réception pour y répondre.',
  },
  'conversation.replied': {
    en: '{who} answered a conversation.',
    fr: '{who} a répondu à une conversation.',
  },
  'conversation.resolved': {
    en: '{who} closed a conversation.',
    fr: '{who} a clos une conversation.',
  },
  'conversation.reopened': {
    en: '{who} reopened a conversation.',
    fr: '{who} a rouvert une conversation.',
  },
  'subscribers.imported': {
    en: '{who} added {added} people to a list.',
    fr: '{who} a ajouté {added} personnes à une liste.',
  },
  'subscriber.taken_off': {
    en: '{who} removed someone from a list.',
    fr: '{who} a désinscrit une personne d’une liste.',
  },
  'subscriber.forgotten': {
    en: '{who} had someone on a list forgotten.',
    fr: '{who} a fait oublier une personne d’une liste.',
  },
  'figures.entered': {
    en: '{who} entered figures by hand for {day}.',
    fr: '{who} a saisi des chiffres à la main pour le {day}.',
  },
  'visits.entered': {
    en: '{who} entered visits for {day}.',
    fr: '{who} a saisi les passages du {day}.',
  },
} satisfies Record<string, Text>
