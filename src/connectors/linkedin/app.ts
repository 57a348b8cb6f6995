import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { apps, fields, takeKeys, verifyPage } from '#connectors/_linkedin/app-steps.ts'

const review =
  'https://learn.microsoft.com/en-us/linkedin/marketing/community-management-app-review'

/** The app that the company makes with LinkedIn: the Community Management API wants one for itself alone. */
export const app: NonNullable<ManifestInput['connect']['app']> = {
  fields,
  steps: [
    {
      text: {
        en: 'Sign in to LinkedIn with an account that is “Super admin” of your company’s page, with the company’s own email address: LinkedIn refuses personal ones.',
        fr: 'Identifiez-vous sur LinkedIn avec un compte « Super administrateur » de la page de votre société, à une adresse e-mail de la société : LinkedIn refuse les adresses personnelles.',
      },
      url: 'https://www.linkedin.com/',
    },
    {
      text: {
        en: 'Open “Create app”. Give a name, choose the page of your company under “LinkedIn Page”, add the address of your privacy policy and a logo, then click “Create app”. Make one for this use alone, even if your company has another.',
        fr: 'Ouvrez « Create app ». Donnez un nom, choisissez la page de votre société sous « LinkedIn Page », ajoutez l’adresse de votre politique de confidentialité et un logo, puis cliquez sur « Create app ». Créez-en une pour ce seul usage, même si votre société en a déjà une autre.',
      },
      url: `${apps}/new`,
    },
    verifyPage,
    {
      text: {
        en: 'In the tab “Products”, click “Request access” beside “Community Management API”, choose “Development tier” and fill in the form. Ask for no other product on this app: LinkedIn would refuse this one.',
        fr: 'Dans l’onglet « Products », cliquez sur « Request access » à côté de « Community Management API », choisissez « Development tier » et remplissez le formulaire. Ne demandez aucun autre produit pour cette application : LinkedIn refuserait celui-ci.',
      },
      url: apps,
    },
    ...takeKeys,
  ],
  scopes: [
    {
      name: 'rw_organization_admin',
      why: {
        en: 'The pages you administer, and their counts',
        fr: 'Les pages que vous administrez et leurs mesures',
      },
    },
    {
      name: 'w_organization_social',
      why: { en: 'To publish and remove', fr: 'Publier et retirer' },
    },
    {
      name: 'r_organization_social',
      why: {
        en: 'To read back what was published',
        fr: 'Relire ce qui a été publié',
      },
    },
    {
      name: 'w_organization_social_feed',
      why: { en: 'To answer comments', fr: 'Répondre aux commentaires' },
    },
    {
      name: 'r_organization_social_feed',
      why: { en: 'To read comments', fr: 'Lire les commentaires' },
    },
  ],
  review: {
    en: 'LinkedIn reviews the request for the “Development tier” (500 requests a day, twelve months at most), then for the “Standard tier” with a film of the app at work. It announces no delay; a refusal cannot be asked again with the same app.',
    fr: 'LinkedIn examine la demande de « Development tier » (500 requêtes par jour, douze mois au plus), puis celle de « Standard tier » avec un film de l’application en fonctionnement. Aucun délai n’est annoncé ; après un refus, il faut recommencer avec une autre application.',
  },
  source: review,
  date: '2026-11-25',
}
