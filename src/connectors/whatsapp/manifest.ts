import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { app } from './app.ts'
import { maxText } from './limits.ts'

const docs = 'https://developers.facebook.com/documentation/business-messaging/whatsapp'
const templates = `${docs}/templates/overview`
const date = '2026-11-25'

export const manifest: ManifestInput = {
  id: 'whatsapp',
  name: 'WhatsApp',
  stamp: 'WA',
  description: {
    en: 'The messages people write to your number, your answers, and a message in an approved template to everybody on your list.',
    fr: 'Les messages reçus sur votre numéro, vos réponses, et un message dans un modèle approuvé à toutes les personnes inscrites.',
  },
  capabilities: { publish: true, inbox: true, metrics: true, listen: false },
  connect: {
    method: 'credentials',
    app,
    fields: [
      {
        name: 'phoneNumberId',
        label: { en: 'Phone number ID', fr: 'Identifiant du numéro de téléphone' },
        hint: {
          en: 'In the app, WhatsApp, API Setup, under the number.',
          fr: 'Dans l’app, WhatsApp, API Setup, sous le numéro.',
        },
        kind: 'text',
        placeholder: '106540352242922',
      },
      {
        name: 'businessAccount',
        label: {
          en: 'WhatsApp Business Account ID',
          fr: 'Identifiant du compte WhatsApp Business',
        },
        kind: 'text',
        placeholder: '102290129340398',
      },
      {
        name: 'token',
        label: { en: 'Token of the system user', fr: 'Jeton de l’utilisateur système' },
        kind: 'password',
      },
      {
        name: 'template',
        label: { en: 'Template of your letters', fr: 'Modèle de vos lettres' },
        hint: {
          en: 'To write first. Its body leaves places, {{1}}, {{2}}…: each takes a paragraph of the post.',
          fr: 'Pour écrire le premier. Son corps laisse des places, {{1}}, {{2}}… : chacune prend un paragraphe de la publication.',
        },
        kind: 'text',
        placeholder: 'nouvelles_atelier',
        required: false,
      },
      {
        name: 'language',
        label: { en: 'Language of the template', fr: 'Langue du modèle' },
        kind: 'text',
        placeholder: 'fr',
        required: false,
      },
    ],
    help: {
      en: 'The numbers of the telephone and of the account are in your app, WhatsApp, API Setup. Messages reach Vigie by webhook: without the public address of this desk in the app’s settings, you can write and nothing comes in.',
      fr: 'Les identifiants du numéro et du compte sont dans votre app, WhatsApp, API Setup. Les messages arrivent par webhook : sans l’adresse publique de Vigie dans les réglages de l’app, vous pouvez écrire et rien n’arrive.',
    },
    helpUrl: 'https://business.facebook.com/wa/manage/home/',
  },
  // Letters: the desk's own ledger, one for each delivery and person. Of an answer in doubt a person is asked.
  idempotency: 'client-key',
  follow: { thread: false, comment: false },
  text: {
    // An answer may have 4,096.
    max: { value: maxText, source: `Body of a template. ${templates}`, date },
    unit: 'characters',
  },
  rates: [
    {
      what: { en: 'Messages of one number', fr: 'Messages d’un numéro' },
      max: 80,
      perSeconds: 1,
      source: `${docs}/throughput`,
      date,
    },
  ],
  metrics: { post: ['reach'], channel: ['followers'] },
  docs: [
    {
      title: 'Messages API',
      url: `${docs}/reference/whatsapp-business-phone-number/message-api`,
      date,
    },
    { title: 'Message templates', url: templates, date },
    { title: 'Webhooks: messages', url: `${docs}/webhooks/reference/messages`, date },
    { title: 'Error codes', url: `${docs}/support/error-codes`, date },
    { title: 'Pricing', url: `${docs}/pricing`, date },
  ],
}
