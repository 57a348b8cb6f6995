import type { Text } from '#platform/text.ts'

/** What people do with mentions: leads, cases, and who takes care. */
export const casesActions = {
  'mention.assigned': { en: '{who} assigned a mention.', fr: '{who} a confié une mention.' },
  'mention.unassigned': {
    en: '{who} unassigned a mention.',
    fr: '{who} a retiré une mention à la personne qui l’avait.',
  },
  'mention.answer-opened': {
    en: '{who} started answering a mention.',
    fr: '{who} a commencé à répondre à une mention.',
  },
  'case.opened': { en: '{who} opened a case.', fr: '{who} a ouvert un dossier.' },
  'case.lead-opened': { en: '{who} opened a lead.', fr: '{who} a ouvert un prospect.' },
  'case.changed': {
    en: '{who} changed a lead or a case.',
    fr: '{who} a modifié un prospect ou un dossier.',
  },
  'case.ended': {
    en: '{who} ended a lead or a case.',
    fr: '{who} a terminé un prospect ou un dossier.',
  },
  'case.reopened': {
    en: '{who} reopened a lead or a case.',
    fr: '{who} a rouvert un prospect ou un dossier.',
  },
  'case.noted': {
    en: '{who} wrote a note in a lead or a case.',
    fr: '{who} a écrit une note dans un prospect ou un dossier.',
  },
} satisfies Record<string, Text>
