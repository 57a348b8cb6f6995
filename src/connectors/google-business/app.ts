import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { fields, makeClient, makeProject } from '#connectors/_google/app-steps.ts'

export const scope = 'https://www.googleapis.com/auth/business.manage'

/** The app that the company makes with Google. */
export const app: NonNullable<ManifestInput['connect']['app']> = {
  fields,
  steps: [
    makeProject,
    {
      text: {
        en: 'Ask Google for access: in the form, choose “Application for Basic API Access”, with the number of the project and an address that manages the location. Google wants a location that has been verified and active for more than 60 days, and a website named in it.',
        fr: 'Demandez l’accès à Google : dans le formulaire, choisissez « Application for Basic API Access », avec le numéro du projet et une adresse qui gère l’établissement. Google veut un établissement validé et actif depuis plus de 60 jours, dont la fiche donne un site web.',
      },
      url: 'https://support.google.com/business/contact/api_default',
    },
    {
      text: {
        en: 'Once Google has written that access is given, enable “Google My Business API”, “My Business Account Management API” and “My Business Business Information API” under “Library”.',
        fr: 'Quand Google a écrit que l’accès est donné, activez « Google My Business API », « My Business Account Management API » et « My Business Business Information API » sous « Bibliothèque ».',
      },
      url: 'https://console.cloud.google.com/apis/library',
    },
    ...makeClient(scope),
  ],
  scopes: [
    {
      name: scope,
      why: {
        en: 'To list your locations, publish their posts, and read and answer their reviews: Google has one permission for all of it',
        fr: 'Lister vos établissements, publier leurs posts, lire leurs avis et y répondre : Google n’a qu’une permission pour tout cela',
      },
    },
  ],
  review: {
    en: 'Google needs to review the project before its API answers at all: some days to some weeks. Until then the quota is 0, and nothing can be connected.',
    fr: 'Google doit examiner le projet avant que son API réponde : de quelques jours à quelques semaines. D’ici là le quota est de 0, et rien ne peut être connecté.',
  },
  source: 'https://developers.google.com/my-business/content/prereqs',
  date: '2026-11-25',
}
