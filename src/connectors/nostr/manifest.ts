import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { maxImageBytes, maxImages, maxText } from './limits.ts'

const nips = 'https://github.com/nostr-protocol/nips/blob/master'
const read = '2026-11-25'

export const manifest: ManifestInput = {
  id: 'nostr',
  name: 'Nostr',
  stamp: 'NO',
  description: {
    en: 'Notes, answers, mentions and counts, signed by the company’s own key and sent to the relays it chooses.',
    fr: 'Notes, réponses, mentions et décomptes, signés par la clé de l’entreprise et envoyés aux relais de son choix.',
  },
  capabilities: { publish: true, inbox: true, metrics: true, listen: true },
  connect: {
    method: 'credentials',
    fields: [
      {
        name: 'key',
        label: { en: 'Secret key', fr: 'Clé secrète' },
        hint: {
          en: 'Leave empty to create a new account. Vigie never shows a key again: to use the account elsewhere too, create it in a Nostr app and paste its key here.',
          fr: 'Laissez vide pour créer un nouveau compte. Vigie ne remontre jamais une clé : pour utiliser aussi le compte ailleurs, créez-le dans une application Nostr et collez sa clé ici.',
        },
        kind: 'password',
        placeholder: 'nsec1…',
        required: false,
      },
      {
        name: 'name',
        label: { en: 'Name of the new account', fr: 'Nom du nouveau compte' },
        hint: {
          en: 'Only when the key is left empty.',
          fr: 'Seulement si la clé est laissée vide.',
        },
        kind: 'text',
        placeholder: 'Atelier Morel',
        required: false,
      },
      {
        name: 'relays',
        label: { en: 'Relays', fr: 'Relais' },
        hint: {
          en: 'Two to five addresses, separated by spaces. Each note is sent to all of them.',
          fr: 'De deux à cinq adresses, séparées par des espaces. Chaque note est envoyée à toutes.',
        },
        kind: 'text',
        placeholder: 'relay.damus.io nos.lol',
      },
      {
        name: 'mediaServer',
        label: { en: 'Media server (Blossom)', fr: 'Serveur de médias (Blossom)' },
        hint: {
          en: 'Where images are uploaded. Without one, images are refused.',
          fr: 'Où les images sont déposées. Sans lui, les images sont refusées.',
        },
        kind: 'text',
        placeholder: 'blossom.example',
        required: false,
      },
    ],
    help: {
      en: 'Nostr has no company behind it: an account is a key, and notes live on relays. The secret key is in the settings of your Nostr app and begins with nsec1. Whoever has it is you: it cannot be changed or withdrawn.',
      fr: 'Aucune entreprise n’est derrière Nostr : un compte est une clé, et les notes vivent sur des relais. La clé secrète se trouve dans les réglages de votre application Nostr et commence par nsec1. Qui la possède est vous : elle ne peut être ni changée ni révoquée.',
    },
    helpUrl: 'https://nostr.how/en/get-started',
  },
  idempotency: 'client-key',
  text: {
    max: {
      value: maxText,
      source:
        'NIP-01 sets none. strfry takes events of 65,536 bytes (strfry.conf, maxEventSize): 16,000 characters of four bytes at most. https://github.com/hoytech/strfry/blob/master/strfry.conf',
      date: read,
    },
    unit: 'characters',
  },
  images: {
    max: {
      value: maxImages,
      source: `NIP-92 sets none: ours, so that a note stays a note. ${nips}/92.md`,
      date: read,
    },
    maxBytes: {
      value: maxImageBytes,
      source:
        'Each media server has its own, and says so: ours, that most take. https://github.com/hzrd149/blossom/blob/master/buds/02.md',
      date: read,
    },
    types: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
  },
  linkCard: 'made-there',
  metrics: {
    post: ['likes', 'reposts', 'replies', 'quotes'],
    channel: ['following'],
  },
  docs: [
    { title: 'NIP-01, events and relays', url: `${nips}/01.md`, date: read },
    { title: 'NIP-09, deletion', url: `${nips}/09.md`, date: read },
    { title: 'NIP-10, answers', url: `${nips}/10.md`, date: read },
    { title: 'NIP-11, what relays say of themselves', url: `${nips}/11.md`, date: read },
    { title: 'NIP-42, relays that ask who one is', url: `${nips}/42.md`, date: read },
    { title: 'NIP-50, search', url: `${nips}/50.md`, date: '2026-11-26' },
    { title: 'NIP-92, media', url: `${nips}/92.md`, date: read },
    {
      title: 'Blossom, media servers',
      url: 'https://github.com/hzrd149/blossom/tree/master/buds',
      date: read,
    },
  ],
}
