import type { ManifestInput } from '#connectors/_contract/manifest.ts'

const apps = 'https://docs.x.com/fundamentals/developer-apps'
const console = 'https://console.x.com'

/** The app that the company makes with X, and what is asked of its accounts. */
export const app: NonNullable<ManifestInput['connect']['app']> = {
  fields: [
    {
      name: 'clientId',
      label: { en: 'Client ID', fr: 'Client ID' },
      hint: {
        en: 'Of the OAuth 2.0 part: neither the API Key nor the Bearer Token.',
        fr: 'Celui de la partie OAuth 2.0, pas l’API Key ni le Bearer Token.',
      },
      kind: 'text',
    },
    {
      name: 'clientSecret',
      label: { en: 'Client Secret', fr: 'Client Secret' },
      kind: 'password',
    },
  ],
  steps: [
    {
      text: {
        en: 'Sign in to the Developer Console with an account of your company, and buy credits there: X bills every post ($0.015, or $0.20 when it holds a link) and what Vigie reads. Set a spending limit.',
        fr: 'Identifiez-vous sur la Developer Console avec un compte de votre société et achetez-y des crédits : X facture chaque publication (0,015 $, ou 0,20 $ si elle contient un lien) et ce que Vigie lit. Fixez-y un « Spending limit ».',
      },
      url: console,
    },
    {
      text: {
        en: 'Click “Create App”. Give it a name, a description and a use case.',
        fr: 'Cliquez sur « Create App ». Donnez-lui un nom, une description et un usage.',
      },
      url: console,
    },
    {
      text: {
        en: 'In the settings of the app, open the authentication settings and enable OAuth 2.0. As type of app choose “Web App” (a confidential client).',
        fr: 'Dans les réglages de l’application, ouvrez les réglages d’authentification et activez OAuth 2.0. Comme type d’application, choisissez « Web App » (client confidentiel).',
      },
      url: apps,
    },
    {
      text: {
        en: 'Among the callback URLs, add exactly this address: {redirectUri}',
        fr: 'Parmi les « Callback URLs », ajoutez exactement cette adresse : {redirectUri}',
      },
      url: apps,
    },
    {
      text: {
        en: 'On “Keys and Tokens”, copy the Client ID and the Client Secret of OAuth 2.0 into this form. X shows the secret once only.',
        fr: 'Sur « Keys and Tokens », copiez dans ce formulaire le Client ID et le Client Secret d’OAuth 2.0. X ne montre le secret qu’une fois.',
      },
      url: console,
    },
  ],
  scopes: [
    {
      name: 'tweet.read',
      why: { en: 'Mentions and counts', fr: 'Les mentions et les mesures' },
    },
    {
      name: 'tweet.write',
      why: { en: 'To publish, answer and remove', fr: 'Publier, répondre et retirer' },
    },
    {
      name: 'users.read',
      why: { en: 'The name and picture of accounts', fr: 'Le nom et l’image des comptes' },
    },
    { name: 'media.write', why: { en: 'Images and videos', fr: 'Les images et les vidéos' } },
    {
      name: 'offline.access',
      why: {
        en: 'To stay connected for more than two hours',
        fr: 'Rester connecté plus de deux heures',
      },
    },
  ],
  source: apps,
  date: '2026-11-25',
}
