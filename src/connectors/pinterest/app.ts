import type { ManifestInput } from '#connectors/_contract/manifest.ts'

const start = 'https://developers.pinterest.com/docs/getting-started/'
const apps = 'https://developers.pinterest.com/apps/'

/** The app that the company makes with Pinterest. */
export const app: NonNullable<ManifestInput['connect']['app']> = {
  fields: [
    { name: 'appId', label: { en: 'App ID', fr: 'App ID' }, kind: 'text' },
    {
      name: 'appSecret',
      label: { en: 'App secret key', fr: 'App secret key' },
      kind: 'password',
    },
  ],
  steps: [
    {
      text: {
        en: 'Sign in to Pinterest with a business account of your company (or turn yours into one), whose email address is verified.',
        fr: 'Identifiez-vous sur Pinterest avec un compte professionnel de votre société (ou transformez le vôtre), dont l’adresse e-mail est vérifiée.',
      },
      url: 'https://www.pinterest.com/business/create/',
    },
    {
      text: {
        en: 'Open “My apps”, accept the terms for developers and click “Connect app”. Fill in the form: the name must not hold the word Pinterest, and your privacy policy needs an address. Then click “Submit connect request”: this asks for “Trial access”.',
        fr: 'Ouvrez « My apps », acceptez les conditions pour développeurs et cliquez sur « Connect app ». Remplissez le formulaire : le nom ne doit pas contenir le mot Pinterest, et votre politique de confidentialité doit avoir une adresse. Cliquez ensuite sur « Submit connect request » : c’est la demande de « Trial access ».',
      },
      url: apps,
    },
    {
      text: {
        en: 'Once Pinterest has written that the app is approved, open it from “My apps”. Under “Redirect URIs”, add exactly this address: {redirectUri}',
        fr: 'Quand Pinterest a écrit que l’application est approuvée, ouvrez-la depuis « My apps ». Sous « Redirect URIs », ajoutez exactement cette adresse : {redirectUri}',
      },
      url: apps,
    },
    {
      text: {
        en: 'Copy the “App ID” and the “App secret key” into this form.',
        fr: 'Copiez « App ID » et « App secret key » dans ce formulaire.',
      },
      url: apps,
    },
    {
      text: {
        en: 'Connect an account here, then ask for “Standard access” on the same page, with a film of what the app does. Until then, the Pins that are created are seen by your account alone.',
        fr: 'Connectez un compte ici, puis demandez « Standard access » sur la même page, avec un film de ce que fait l’application. D’ici là, les Épingles créées ne sont vues que de votre compte.',
      },
      url: 'https://developers.pinterest.com/docs/key-concepts/access-tiers/',
    },
  ],
  scopes: [
    {
      name: 'user_accounts:read',
      why: { en: 'The name of the account, and its counts', fr: 'Le nom du compte et ses mesures' },
    },
    { name: 'boards:read', why: { en: 'The list of boards', fr: 'La liste des tableaux' } },
    {
      name: 'boards:write',
      why: { en: 'To put Pins on boards', fr: 'Mettre des Épingles sur les tableaux' },
    },
    {
      name: 'pins:read',
      why: {
        en: 'To read back what was published, and its counts',
        fr: 'Relire ce qui a été publié, et ses mesures',
      },
    },
    {
      name: 'pins:write',
      why: { en: 'To publish and remove', fr: 'Publier et retirer' },
    },
  ],
  review: {
    en: 'Pinterest reviews each app on working days: first for “Trial access” (a thousand requests a day, Pins that only the account sees), then for “Standard access”, with a film.',
    fr: 'Pinterest examine chaque application les jours ouvrés : d’abord pour « Trial access » (mille requêtes par jour, Épingles visibles du compte seul), puis pour « Standard access », avec un film.',
  },
  source: start,
  date: '2026-11-25',
}
