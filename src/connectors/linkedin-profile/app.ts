import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { apps, fields, takeKeys, verifyPage } from '#connectors/_linkedin/app-steps.ts'

/** The app that the company makes with LinkedIn for its people: another than that of its pages. */
export const app: NonNullable<ManifestInput['connect']['app']> = {
  fields,
  steps: [
    {
      text: {
        en: 'Open “Create app”. Give a name, choose the page of your company under “LinkedIn Page”, add the address of your privacy policy and a logo, then click “Create app”. It must be another app than the one for the company’s pages.',
        fr: 'Ouvrez « Create app ». Donnez un nom, choisissez la page de votre société sous « LinkedIn Page », ajoutez l’adresse de votre politique de confidentialité et un logo, puis cliquez sur « Create app ». Ce doit être une autre application que celle des pages de la société.',
      },
      url: `${apps}/new`,
    },
    verifyPage,
    {
      text: {
        en: 'In the tab “Products”, click “Request access” beside “Share on LinkedIn”, then beside “Sign In with LinkedIn using OpenID Connect”. Both are given at once.',
        fr: 'Dans l’onglet « Products », cliquez sur « Request access » à côté de « Share on LinkedIn », puis de « Sign In with LinkedIn using OpenID Connect ». Les deux sont accordés aussitôt.',
      },
      url: apps,
    },
    ...takeKeys,
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
