import type { ManifestInput } from '#connectors/_contract/manifest.ts'

type App = NonNullable<ManifestInput['connect']['app']>

export const fields: App['fields'] = [
  { name: 'clientId', label: { en: 'Client ID', fr: 'ID client' }, kind: 'text' },
  {
    name: 'clientSecret',
    label: { en: 'Client secret', fr: 'Code secret du client' },
    kind: 'password',
  },
]

export const makeProject: App['steps'][number] = {
  text: {
    en: 'In Google Cloud, make a project for your company, or choose the one it has.',
    fr: 'Dans Google Cloud, créez un projet pour votre société, ou choisissez celui qu’elle a déjà.',
  },
  url: 'https://console.cloud.google.com/projectcreate',
}

/** @param scope that the consent screen must list */
export const makeClient = (scope: string): App['steps'] => [
  {
    text: {
      en: `Open “Google Auth Platform” and fill in “Branding”. Under “Audience”, choose “Internal” if all who connect have an address of your company’s Google Workspace; else “External”, then “Publish app”: as long as it is in “Testing”, Google ends each access after seven days. Under “Data Access”, add ${scope}`,
      fr: `Ouvrez « Google Auth Platform » et remplissez « Branding ». Sous « Audience », choisissez « Interne » si tous ceux qui connectent ont une adresse du Google Workspace de votre société ; sinon « Externe », puis « Publier l’application » : tant qu’elle est en « Test », Google met fin à chaque accès au bout de sept jours. Sous « Accès aux données », ajoutez ${scope}`,
    },
    url: 'https://console.cloud.google.com/auth/overview',
  },
  {
    text: {
      en: 'Under “Clients”, click “Create client”, choose “Web application”, and add exactly this address under “Authorized redirect URIs”: {redirectUri}',
      fr: 'Sous « Clients », cliquez sur « Créer un client », choisissez « Application Web », et ajoutez exactement cette adresse sous « URI de redirection autorisés » : {redirectUri}',
    },
    url: 'https://console.cloud.google.com/auth/clients',
  },
  {
    text: {
      en: 'Copy the “Client ID” and the “Client secret” into this form: Google shows the secret once.',
      fr: 'Copiez « ID client » et « Code secret du client » dans ce formulaire : Google ne montre le code secret qu’une fois.',
    },
  },
]
