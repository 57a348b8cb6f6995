import type { Text } from '#platform/text.ts'

/** What visitors read, in the language of the page. `{holes}` are filled where they are shown. */
export const WORDS = {
  open: { en: 'Write to us', fr: 'Écrivez-nous' },
  openUnread: { en: 'Write to us: {n} unread', fr: 'Écrivez-nous : {n} non lus' },
  window: { en: 'Chat with {site}', fr: 'Discussion avec {site}' },
  close: { en: 'Close', fr: 'Fermer' },
  hello: {
    en: 'Ask your question. A person answers you here.',
    fr: 'Posez votre question. Une personne vous répond ici.',
  },
  conversation: { en: 'Conversation', fr: 'Conversation' },
  message: { en: 'Your message', fr: 'Votre message' },
  send: { en: 'Send', fr: 'Envoyer' },
  you: { en: 'You', fr: 'Vous' },
  sending: { en: 'Sending…', fr: 'Envoi…' },
  sent: { en: 'Sent', fr: 'Envoyé' },
  notSent: { en: 'Not sent', fr: 'Non envoyé' },
  again: { en: 'Try again', fr: 'Réessayer' },
  offline: {
    en: 'The connection is broken. What you write is kept and leaves by itself.',
    fr: 'La connexion est coupée. Ce que vous écrivez est gardé et partira tout seul.',
  },
  tooLong: { en: '{n} characters too many', fr: '{n} caractères de trop' },
  who: {
    en: 'Would you tell us who you are? It is not needed.',
    fr: 'Voulez-vous nous dire qui vous êtes ? Ce n’est pas nécessaire.',
  },
  name: { en: 'Name', fr: 'Nom' },
  email: { en: 'E-mail', fr: 'Adresse e-mail' },
  tell: { en: 'Tell them', fr: 'Transmettre' },
  notNow: { en: 'No, thank you', fr: 'Non, merci' },
  wrongEmail: {
    en: 'That is no e-mail address: write it as name@example.org.',
    fr: 'Ce n’est pas une adresse e-mail : écrivez-la comme nom@exemple.fr.',
  },
  kept: {
    en: 'Nothing is kept before you write. Then your messages are kept {days} days, and your browser keeps a random number to show you this conversation again. No cookie, no tracking.',
    fr: 'Rien n’est gardé avant que vous écriviez. Ensuite, vos messages sont gardés {days} jours, et votre navigateur garde un nombre aléatoire pour vous remontrer cette conversation. Ni cookie, ni suivi.',
  },
  keptHere: {
    en: 'Your browser keeps nothing for this page: once it is closed, this conversation cannot be shown to you again.',
    fr: 'Votre navigateur ne garde rien pour cette page : une fois fermée, cette conversation ne pourra plus vous être montrée.',
  },
  privacy: { en: 'What is kept', fr: 'Ce qui est gardé' },
  erase: { en: 'Erase this conversation', fr: 'Effacer cette conversation' },
  eraseSure: {
    en: 'Erase it here and at the company, for good?',
    fr: 'L’effacer ici et dans l’entreprise, pour de bon ?',
  },
  eraseYes: { en: 'Erase', fr: 'Effacer' },
  eraseNo: { en: 'Keep it', fr: 'La garder' },
  erased: { en: 'It is erased.', fr: 'Elle est effacée.' },
  ended: {
    en: 'The company has closed this conversation.',
    fr: 'L’entreprise a mis fin à cette conversation.',
  },
  forgotten: {
    en: 'The earlier conversation is kept no longer.',
    fr: 'La conversation précédente n’est plus gardée.',
  },
  opensNew: { en: '(opens a new tab)', fr: '(dans un nouvel onglet)' },
  tryTitle: { en: '{site}: try the chat', fr: '{site} : essayez la discussion' },
  tryLead: {
    en: 'This page stands for your website. Press the button in the corner and write: your message appears in Vigie, in the inbox. Answer there, and see it here.',
    fr: 'Cette page tient lieu de votre site. Appuyez sur le bouton dans le coin et écrivez : votre message apparaît dans Vigie, dans la boîte de réception. Répondez là-bas, et lisez ici.',
  },
  tryOther: { en: 'En français', fr: 'In English' },
} satisfies Record<string, Text>
