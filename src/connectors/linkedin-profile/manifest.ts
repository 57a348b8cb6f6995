import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { postLimits } from '#connectors/_linkedin/limits.ts'
import { app } from './app.ts'

const share =
  'https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/share-on-linkedin'
const signIn =
  'https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/sign-in-with-linkedin-v2'
const date = '2026-11-25'

export const manifest: ManifestInput = {
  id: 'linkedin-profile',
  name: 'LinkedIn (profile)',
  called: { en: 'LinkedIn (profile)', fr: 'LinkedIn (profil)' },
  stamp: 'in',
  description: {
    en: 'Posts and first comments of a person on LinkedIn. LinkedIn lets nobody read them back or count them.',
    fr: 'Publications et premiers commentaires d’une personne sur LinkedIn. LinkedIn ne laisse personne les relire ni les mesurer.',
  },
  capabilities: { publish: true, inbox: false, metrics: false, listen: false },
  connect: {
    method: 'oauth',
    fields: [],
    app,
    help: {
      en: 'Sign in to LinkedIn in this browser with your own account. You will be sent there to allow your company’s app. The access lasts 60 days, then you will be asked to connect again.',
      fr: 'Identifiez-vous sur LinkedIn dans ce navigateur avec votre propre compte. Vous y serez envoyé pour autoriser l’application de votre société. L’accès dure 60 jours, puis il vous sera demandé de vous connecter de nouveau.',
    },
    helpUrl: 'https://www.linkedin.com/help/linkedin/answer/a548360',
  },
  // No key, and nothing to read back. LinkedIn refuses the same post twice and names the first: once sent again, it is found.
  idempotency: 'none',
  ...postLimits,
  options: [
    {
      name: 'visibility',
      label: { en: 'Who sees it', fr: 'Qui la voit' },
      kind: 'choice',
      choices: [
        { value: 'PUBLIC', label: { en: 'Anyone', fr: 'Tout le monde' } },
        { value: 'CONNECTIONS', label: { en: 'Connections only', fr: 'Relations uniquement' } },
      ],
      default: 'PUBLIC',
    },
    {
      name: 'noReshare',
      label: { en: 'Forbid reposts', fr: 'Interdire le repartage' },
      kind: 'switch',
      default: false,
    },
  ],
  quotas: [
    {
      id: 'requests',
      what: { en: 'requests', fr: 'requêtes' },
      counts: { post: 1, part: 1, image: 1 },
      max: 150,
      window: { kind: 'day', timeZone: 'UTC' },
      source: share,
      date,
    },
  ],
  minGapMs: 2000,
  metrics: { post: [], channel: [] },
  docs: [
    { title: 'Share on LinkedIn', url: share, date },
    { title: 'Sign In with LinkedIn using OpenID Connect', url: signIn, date },
    {
      title: 'Posts API',
      url: 'https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api',
      date,
    },
  ],
}
