import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { serverFields } from '#connectors/_mail/outgoing.ts'
import { providers } from './providers.ts'
import { maxImageBytes, maxImages, maxText } from './limits.ts'

const read = '2026-11-25'
const clipping = 'https://github.com/hteumeuleu/email-bugs/issues/41'
const ours =
  'None is common to all: ours, so that a letter weighs less than 6 MB and passes everywhere'

export const manifest: ManifestInput = {
  id: 'newsletter',
  name: 'Newsletter',
  stamp: '@',
  description: {
    en: 'A letter to everybody on the company’s list, one by one, by its own mail server.',
    fr: 'Une lettre à toutes les personnes inscrites, une par une, par le serveur de messagerie de l’entreprise.',
  },
  capabilities: { publish: true, inbox: true, metrics: true, listen: false },
  connect: {
    method: 'credentials',
    fields: [
      {
        name: 'name',
        label: { en: 'Name of the sender', fr: 'Nom de l’expéditeur' },
        kind: 'text',
        placeholder: 'Atelier Morel',
      },
      {
        name: 'address',
        label: { en: 'Address of the sender', fr: 'Adresse de l’expéditeur' },
        hint: {
          en: 'Of your own domain, and used for nothing but this list.',
          fr: 'De votre propre domaine, et réservée à cette liste.',
        },
        kind: 'email',
        placeholder: 'lettre@atelier-morel.fr',
      },
      {
        name: 'replyTo',
        label: { en: 'Where answers go', fr: 'Où vont les réponses' },
        kind: 'email',
        placeholder: 'bonjour@atelier-morel.fr',
        required: false,
      },
      {
        name: 'sender',
        label: { en: 'Company and postal address', fr: 'Entreprise et adresse postale' },
        hint: { en: 'At the foot of every letter.', fr: 'Au bas de chaque lettre.' },
        kind: 'text',
        placeholder: 'Atelier Morel, 3 rue des Tables-Claudiennes, 69001 Lyon',
      },
      {
        name: 'provider',
        label: { en: 'Mail provider', fr: 'Fournisseur de messagerie' },
        kind: 'choice',
        choices: providers,
        required: false,
      },
      ...serverFields,
      {
        name: 'mailbox',
        label: { en: 'Incoming mail server', fr: 'Serveur de réception' },
        hint: {
          en: 'For answers, and letters that come back: its name (IMAP), and its port unless it is 993. Nothing is marked as read nor deleted there.',
          fr: 'Pour les réponses et les lettres qui reviennent : son nom (IMAP), et son port si ce n’est pas 993. Rien n’y est marqué comme lu ni effacé.',
        },
        kind: 'text',
        placeholder: 'imap.atelier-morel.fr',
        required: false,
      },
      {
        name: 'mailboxUser',
        label: {
          en: 'Incoming: user name, if it is another',
          fr: 'Réception : nom d’utilisateur, s’il diffère',
        },
        kind: 'text',
        required: false,
      },
      {
        name: 'mailboxPassword',
        label: {
          en: 'Incoming: password, if it is another',
          fr: 'Réception : mot de passe, s’il diffère',
        },
        kind: 'password',
        required: false,
      },
    ],
    help: {
      en: 'Your mail provider gives the name of the outgoing server (SMTP) and often a password for one program. Ask them also how many letters a day they accept, and for SPF and DKIM on your domain: without them, letters are taken for spam.',
      fr: 'Votre fournisseur de messagerie indique le nom du serveur d’envoi (SMTP) et souvent un mot de passe propre à un logiciel. Demandez-lui aussi combien de lettres par jour il accepte, et SPF et DKIM pour votre domaine : sans eux, les lettres passent pour indésirables.',
    },
  },
  // The desk's own ledger: one letter for each delivery and each person.
  idempotency: 'client-key',
  follow: { thread: false, comment: false },
  text: {
    max: {
      value: maxText,
      source: `Gmail cuts an HTML of about 102 kB, and with it the link to unsubscribe: 20,000 characters of four or five bytes once encoded. ${clipping}`,
      date: read,
    },
    unit: 'characters',
  },
  images: {
    max: { value: maxImages, source: ours, date: read },
    maxBytes: { value: maxImageBytes, source: ours, date: read },
    types: ['image/jpeg', 'image/png', 'image/gif'],
  },
  options: [{ name: 'subject', label: { en: 'Subject', fr: 'Objet' }, kind: 'text' }],
  metrics: { post: ['reach'], channel: ['followers'] },
  docs: [
    {
      title: 'Email sender guidelines (Google)',
      url: 'https://support.google.com/mail/answer/81126',
      date: read,
    },
    { title: 'What Gmail clips', url: clipping, date: read },
    {
      title: 'RFC 8058, one-click unsubscribe',
      url: 'https://www.rfc-editor.org/rfc/rfc8058',
      date: read,
    },
  ],
}
