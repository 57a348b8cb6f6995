import type { ManifestInput } from '#connectors/_contract/manifest.ts'

type App = NonNullable<ManifestInput['connect']['app']>

export const apps = 'https://www.linkedin.com/developers/apps'

export const fields: App['fields'] = [
  { name: 'clientId', label: { en: 'Client ID', fr: 'Client ID' }, kind: 'text' },
  {
    name: 'clientSecret',
    label: { en: 'Primary Client Secret', fr: 'Primary Client Secret' },
    kind: 'password',
  },
]

export const verifyPage: App['steps'][number] = {
  text: {
    en: 'In the tab “Settings”, click “Verify” beside the page, then “Generate URL”; have the address opened by a super admin of the page, who clicks “Verify”.',
    fr: 'Dans l’onglet « Settings », cliquez sur « Verify » à côté de la page, puis sur « Generate URL » ; faites ouvrir l’adresse par un super administrateur de la page, qui clique sur « Verify ».',
  },
  url: apps,
}

/** The last steps, whatever the app may do. */
export const takeKeys: App['steps'] = [
  {
    text: {
      en: 'In the tab “Auth”, under “Authorized redirect URLs for your app”, add exactly this address: {redirectUri}',
      fr: 'Dans l’onglet « Auth », sous « Authorized redirect URLs for your app », ajoutez exactement cette adresse : {redirectUri}',
    },
    url: apps,
  },
  {
    text: {
      en: 'In the same tab, copy the “Client ID” and the “Primary Client Secret” into this form.',
      fr: 'Dans le même onglet, copiez « Client ID » et « Primary Client Secret » dans ce formulaire.',
    },
    url: apps,
  },
]
