import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { fields, makeClient, makeProject } from '#connectors/_google/app-steps.ts'

/** Opens all that we do, comments included; `youtube.upload` would open the uploads alone. */
export const scope = 'https://www.googleapis.com/auth/youtube.force-ssl'

const audit = 'https://developers.google.com/youtube/v3/guides/quota_and_compliance_audits'

/** The app that the company makes with Google. */
export const app: NonNullable<ManifestInput['connect']['app']> = {
  fields,
  steps: [
    makeProject,
    {
      text: {
        en: 'Under “APIs & Services”, then “Library”, enable “YouTube Data API v3”.',
        fr: 'Sous « API et services », puis « Bibliothèque », activez « YouTube Data API v3 ».',
      },
      url: 'https://console.cloud.google.com/apis/library/youtube.googleapis.com',
    },
    ...makeClient(scope),
    {
      text: {
        en: 'Connect the channel, then ask for the audit with the form “YouTube API Services - Audit and Quota Extension”: until Google has accepted it, every video that is sent stays private.',
        fr: 'Connectez la chaîne, puis demandez l’audit par le formulaire « YouTube API Services - Audit and Quota Extension » : tant que Google ne l’a pas accepté, toute vidéo envoyée reste privée.',
      },
      url: 'https://support.google.com/youtube/contact/yt_api_form',
    },
  ],
  scopes: [
    {
      name: scope,
      why: {
        en: 'To send videos and remove them, and to read and write comments',
        fr: 'Envoyer et retirer des vidéos, lire et écrire des commentaires',
      },
    },
  ],
  review: {
    en: 'Videos sent by a project that Google has not audited are locked as private: nobody else sees them, and it cannot be changed in YouTube. An “External” app is also verified by Google before it may ask this of anybody.',
    fr: 'Les vidéos envoyées par un projet que Google n’a pas audité sont verrouillées en privé : personne d’autre ne les voit, et cela ne se change pas dans YouTube. Une application « Externe » est aussi validée par Google avant de pouvoir demander cela à chacun.',
  },
  source: audit,
  date: '2026-11-25',
}
