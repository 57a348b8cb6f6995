import type { ManifestInput } from '#connectors/_contract/manifest.ts'

type App = NonNullable<ManifestInput['connect']['app']>

interface Wanted {
  /** As the App Dashboard calls it; Meta documents the names of use cases in English only. */
  useCase: string
  /** What is set up in the use case, between choosing it and its permissions. */
  setUp?: App['steps']
  /** What is told of by webhooks: the object, and its fields, as the App Dashboard calls them. */
  told: { object: string; fields: string[] }
  scopes: NonNullable<App['scopes']>
  source: string
  date: string
}

/**
 * An app of the company's own that people reach by Facebook Login for Business: what to do on Meta's pages. Read on
 * documentation/development/create-an-app and on docs/facebook-login/facebook-login-for-business, 2026-11-25.
 */
export function facebookApp({ useCase, setUp = [], told, scopes, source, date }: Wanted): App {
  const names = scopes.map(({ name }) => name).join(', ')
  return {
    fields: [
      {
        name: 'appId',
        label: { en: 'App ID', fr: 'Identifiant de l’app' },
        kind: 'text',
        placeholder: '1234567890123456',
      },
      { name: 'appSecret', label: { en: 'App secret', fr: 'Clé secrète' }, kind: 'password' },
      {
        name: 'configurationId',
        label: { en: 'Configuration ID', fr: 'ID de configuration' },
        hint: {
          en: 'Of Facebook Login for Business. Empty: the permissions are asked for one by one.',
          fr: 'De Facebook Login for Business. Vide : les autorisations sont demandées une à une.',
        },
        kind: 'text',
        required: false,
      },
    ],
    steps: [
      {
        text: {
          en: 'On Meta for Developers, open My Apps and click Create app. Give it a name people will recognise, and your e-mail address.',
          fr: 'Sur Meta for Developers, ouvrez Mes apps et cliquez sur Créer une app. Donnez-lui un nom que l’on reconnaîtra, et votre adresse e-mail.',
        },
        url: 'https://developers.facebook.com/apps',
      },
      {
        text: {
          en: `At Use cases, tick “${useCase}”, then Next. At Business, choose the business portfolio of your company, then Create app.`,
          fr: `À l’étape Cas d’utilisation, cochez « ${useCase} », puis Suivant. À l’étape Entreprise, choisissez le portefeuille business de votre entreprise, puis Créer une app.`,
        },
      },
      ...setUp,
      {
        text: {
          en: `In Use cases, click Customize and add these permissions: ${names}.`,
          fr: `Dans Cas d’utilisation, cliquez sur Personnaliser et ajoutez ces autorisations : ${names}.`,
        },
      },
      {
        text: {
          en: 'In Facebook Login for Business, Settings, copy {redirectUri} into Valid OAuth Redirect URIs, then Save changes.',
          fr: 'Dans Facebook Login for Business, Paramètres, copiez {redirectUri} dans URI de redirection OAuth valides, puis Enregistrer les modifications.',
        },
      },
      {
        text: {
          en: 'In Facebook Login for Business, Configurations, click Create configuration: variation General, User access token, then the same permissions. Copy its Configuration ID here.',
          fr: 'Dans Facebook Login for Business, Configurations, cliquez sur Créer une configuration : variante Général, Token d’accès utilisateur, puis les mêmes autorisations. Copiez ici son ID de configuration.',
        },
      },
      {
        text: {
          en: 'In App settings, Basic, copy the App ID and the App secret (Show) here. In Advanced, you may turn on Require app secret: Vigie sends the proof.',
          fr: 'Dans Paramètres de l’app, Général, copiez ici l’Identifiant de l’app et la Clé secrète (Afficher). Dans Avancé, vous pouvez activer Exiger la clé secrète : Vigie envoie la preuve.',
        },
      },
      ...webhookSteps(told),
      {
        text: {
          en: 'Click Publish. Until Meta has reviewed the app, only people with a role in it (App roles, Roles) can connect accounts: that is enough for a company’s own accounts.',
          fr: 'Cliquez sur Publier. Tant que Meta n’a pas examiné l’app, seules les personnes qui y ont un rôle (Rôles de l’app, Rôles) peuvent connecter des comptes : cela suffit pour les comptes de l’entreprise.',
        },
      },
    ],
    scopes,
    review: {
      en: 'None for accounts of people who have a role in the app. For anybody else Meta asks for App Review with a screen recording of each permission, and Business verification; Meta promises no delay, and it takes from days to weeks.',
      fr: 'Aucun pour les comptes des personnes qui ont un rôle dans l’app. Pour toute autre personne, Meta demande un Contrôle app avec une vidéo de chaque autorisation, et la vérification de l’entreprise ; Meta ne promet aucun délai, et cela prend de quelques jours à plusieurs semaines.',
    },
    source,
    date,
  }
}

/**
 * So that Meta tells of what is new within seconds (docs/graph-api/webhooks/getting-started, and the pages of each
 * object beside it, read 2026-11-25). It does so only once the app is published, and for most fields reviewed.
 */
const webhookSteps = ({ object, fields }: Wanted['told']): App['steps'] => [
  {
    text: {
      en: `To be told at once, in Webhooks, choose ${object}. Copy {webhookUri} into Callback URL and {verifyToken} into Verify Token, then Verify and Save.`,
      fr: `Pour être prévenu aussitôt, dans Webhooks, choisissez ${object}. Copiez {webhookUri} dans URL de rappel et {verifyToken} dans Vérifier le token, puis Vérifier et enregistrer.`,
    },
  },
  {
    text: {
      en: `Still in Webhooks, click Subscribe beside ${fields.join(', ')}. Meta calls only a desk with a public address in https, and an app that is published; without this, Vigie goes on looking by itself every minute.`,
      fr: `Toujours dans Webhooks, cliquez sur S’abonner à côté de ${fields.join(', ')}. Meta n’appelle qu’un poste à l’adresse publique en https, et pour une app publiée ; sans cela, Vigie continue de regarder elle-même chaque minute.`,
    },
  },
]
