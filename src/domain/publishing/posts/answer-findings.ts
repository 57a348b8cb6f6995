import type { Text } from '#platform/text.ts'

/** What whoever answers from the inbox is told: why it cannot be done, and what to correct. */

export const noConnector: Text = {
  en: 'This desk no longer has what speaks to {network}: your reply cannot leave from here. Ask whoever runs the desk to put it back.',
  fr: 'Ce poste n’a plus de quoi parler à {network} : votre réponse ne peut pas partir d’ici. Demandez à la personne qui s’occupe du poste de le remettre.',
}

export const readsOnly: Text = {
  en: 'The desk reads {network} but does not answer there: answer on {network} itself.',
  fr: 'Vigie lit {network} mais n’y répond pas : répondez sur {network} même.',
}

export const takenOff: Text = {
  en: 'The account {account} was taken off. Connect it again in Channels, then send your reply.',
  fr: 'Le compte {account} a été retiré. Reconnectez-le dans Comptes, puis envoyez votre réponse.',
}

export const broken: Text = {
  en: '{network} no longer accepts the desk’s access to {account}. Connect it again in Channels, then send your reply.',
  fr: '{network} n’accepte plus l’accès de Vigie à {account}. Reconnectez-le dans Comptes, puis envoyez votre réponse.',
}

export const empty: Text = {
  en: '{network} sends no empty reply: write some words.',
  fr: '{network} n’envoie pas de réponse vide : écrivez quelques mots.',
}

export const tooLong: Text = {
  en: 'Too long by {over} characters for a reply on {network} (limit: {max}).',
  fr: 'Trop long de {over} caractères pour une réponse sur {network} (limite : {max}).',
}

export const tooLongByOne: Text = {
  en: 'Too long by one character for a reply on {network} (limit: {max}).',
  fr: 'Trop long d’un caractère pour une réponse sur {network} (limite : {max}).',
}
