import type { ManifestInput } from '#connectors/_contract/manifest.ts'

const guide =
  'https://developers.facebook.com/documentation/business-messaging/whatsapp/get-started'

/** The app that the company makes with Meta; its own numbers need no review of it. */
export const app: NonNullable<ManifestInput['connect']['app']> = {
  fields: [
    {
      name: 'appId',
      label: { en: 'App ID', fr: 'Identifiant de l’app' },
      kind: 'text',
      placeholder: '1234567890123456',
    },
    { name: 'appSecret', label: { en: 'App secret', fr: 'Clé secrète' }, kind: 'password' },
  ],
  steps: [
    {
      text: {
        en: 'On Meta for Developers, open My Apps and click Create app. At Use cases, tick “Connect with customers through WhatsApp”, then choose the business portfolio of your company.',
        fr: 'Sur Meta for Developers, ouvrez Mes apps et cliquez sur Créer une app. À l’étape Cas d’utilisation, cochez « Connect with customers through WhatsApp », puis choisissez le portefeuille business de votre entreprise.',
      },
      url: 'https://developers.facebook.com/apps',
    },
    {
      text: {
        en: 'In the WhatsApp use case, add the telephone number of your company (API Setup). A number that is used in the WhatsApp Business app has to be moved, or connected beside it.',
        fr: 'Dans le cas d’utilisation WhatsApp, ajoutez le numéro de téléphone de votre entreprise (API Setup). Un numéro déjà utilisé dans l’application WhatsApp Business doit être transféré, ou relié en plus.',
      },
    },
    {
      text: {
        en: 'In App settings, Basic, copy the App ID and the App secret (Show) here.',
        fr: 'Dans Paramètres de l’app, Général, copiez ici l’Identifiant de l’app et la Clé secrète (Afficher).',
      },
    },
    {
      text: {
        en: 'In the WhatsApp use case, Configuration, Webhook: paste {webhookUri} as Callback URL and {verifyToken} as Verify token, then Verify and save. Under Webhook fields, subscribe to messages. This desk must have a public https address.',
        fr: 'Dans le cas d’utilisation WhatsApp, Configuration, Webhook : collez {webhookUri} comme Callback URL et {verifyToken} comme Verify token, puis Verify and save. Sous Webhook fields, abonnez-vous à messages. Vigie doit avoir une adresse publique en https.',
      },
    },
    {
      text: {
        en: 'In Business settings, Users, System users: add one, give it full control of the app and of the WhatsApp account (Assign assets), then Generate token, without an end, with whatsapp_business_messaging and whatsapp_business_management.',
        fr: 'Dans les Paramètres d’entreprise, Utilisateurs, Utilisateurs système : ajoutez-en un, donnez-lui le contrôle total de l’app et du compte WhatsApp (Attribuer des éléments), puis Générer un jeton, sans date de fin, avec whatsapp_business_messaging et whatsapp_business_management.',
      },
      url: 'https://business.facebook.com/settings/system-users',
    },
  ],
  scopes: [
    {
      name: 'whatsapp_business_messaging',
      why: { en: 'To write and to answer.', fr: 'Pour écrire et répondre.' },
    },
    {
      name: 'whatsapp_business_management',
      why: {
        en: 'To read your templates, and to be told of messages.',
        fr: 'Pour lire vos modèles, et être prévenu des messages.',
      },
    },
  ],
  review: {
    en: 'None for the company’s own numbers. Until Meta has verified the business, a number writes first to 250 people a day at most.',
    fr: 'Aucun pour les numéros de l’entreprise. Tant que Meta n’a pas vérifié l’entreprise, un numéro écrit le premier à 250 personnes par jour au plus.',
  },
  source: guide,
  date: '2026-11-25',
}
