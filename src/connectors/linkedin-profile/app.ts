import type { ManifestInput } from '#connectors/_contract/manifest.ts'

const apps = 'https://www.linkedin.com/developers/apps'

/** The app that the company makes with LinkedIn for its people: another than that of its pages. */
export const app: NonNullable<ManifestInput['connect']['app']> = {
  fields: [
    { name: 'clientId', label: { en: 'Client ID', fr: 'Client ID' }, kind: 'text' },
    {
      name: 'clientSecret',
      label: { en: 'Primary Client Secret', fr: 'Primary Client Secret' },
      kind: 'password',
    },
  ],
  steps: [
    {
      text: {
        en: 'Open “Create app”. Give a name, choose the page of your company under “LinkedIn Page”, add the address of your privacy policy and a logo, then click “Create app”. It must be another app than the one for the company’s pages.',
        fr: 'Ouvrez « Create app ». Donnez un nom, choisissez la page de votre société sous « LinkedIn Page », ajoutez l’adresse de votre politique de confidentialité et un logo, puis cliquez sur « Create app ». Ce doit être une autre application que celle des pages de la société.',
      },
      url: `${apps}/new`,
    },
    {
      text: {
        en: 'In the tab “Settings”, click “Verify” beside the page, then “Generate URL”; have the address opened by a super admin of the page, who clicks “Verify”.',
        fr: 'Dans l’onglet « Settings », cliquez sur « Verify » à côté de la page, puis sur « Generate URL » ; faites ouvrir l’adresse par un super administrateur de la page, qui clique sur « Verify ».',
      },
      url: apps,
    },
    {
      text: {
        en: 'In the tab “Products”, click “Request access” beside “Share on LinkedIn”, then beside “Sign In with LinkedIn using OpenID Connect”. Both are given at once.',
        fr: 'Dans l’onglet « Products », cliquez sur « Request access » à côté de « Share on LinkedIn », puis de « Sign In with LinkedIn using OpenID Connect ». Les deux sont accordés aussitôt.',
      },
      url: apps,
    },
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
  ],
  scopes: [
    { name: 'openid', why: { en: 'To know who allowed us', fr: 'Savoir qui a donné accès' } },
    {
      name: 'profile',
      why: { en: 'The name and picture of the account', fr: 'Le nom et l’image du compte' },
    },
    {
      name: 'w_member_social',
      why: { en: 'To publish, comment and remove', fr: 'Publier, commenter et retirer' },
    },
  ],
  source:
    'https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/share-on-linkedin',
  date: '2026-11-25',
}
