import type { ManifestInput } from '#connectors/_contract/manifest.ts'

const base = 'https://docs.discord.com/developers'
const message = `${base}/resources/message#create-message`
const poll = `${base}/resources/poll`
const files = `${base}/reference#uploading-files`
const rates = `${base}/topics/rate-limits`
const read = '2026-11-25'

/** What a message may hold, whoever sends it. */
export const limits = {
  text: { max: { value: 2000, source: message, date: read }, unit: 'characters' },
  images: {
    // Of the OpenAPI description (`attachments`, at most ten).
    max: { value: 10, source: 'https://github.com/discord/discord-api-spec', date: read },
    maxBytes: { value: 20_971_520, source: files, date: read },
    types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
    maxAltLength: {
      value: 1024,
      source: 'https://github.com/discord/discord-api-spec',
      date: read,
    },
  },
  video: {
    maxBytes: { value: 20_971_520, source: files, date: read },
    types: ['video/mp4', 'video/webm', 'video/quicktime'],
  },
  poll: {
    choicesMax: { value: 10, source: poll, date: read },
    choiceLength: { value: 55, source: poll, date: read },
    // In whole hours: 1 to 768.
    minutesMin: { value: 60, source: poll, date: read },
    minutesMax: { value: 46_080, source: poll, date: read },
    multiple: true,
    withImages: false,
  },
  linkCard: 'made-there',
  options: [
    {
      name: 'notify',
      label: { en: 'Who may be notified', fr: 'Qui peut être notifié' },
      kind: 'choice',
      choices: [
        { value: 'nobody', label: { en: 'Nobody', fr: 'Personne' } },
        { value: 'named', label: { en: 'People and roles named', fr: 'Personnes et rôles cités' } },
        {
          value: 'everyone',
          label: { en: 'Also @everyone and @here', fr: 'Aussi @everyone et @here' },
        },
      ],
      default: 'nobody',
    },
    {
      name: 'silent',
      label: { en: 'Without a notification', fr: 'Sans notification' },
      kind: 'switch',
      default: false,
    },
    {
      name: 'hideCards',
      label: { en: 'Links without their card', fr: 'Liens sans aperçu' },
      kind: 'switch',
      default: false,
    },
  ],
  rates: [
    {
      what: { en: 'Requests, all channels together', fr: 'Requêtes, tous salons confondus' },
      max: 50,
      perSeconds: 1,
      source: `${rates}#global-rate-limit`,
      date: read,
    },
    {
      what: {
        en: 'Requests refused (401, 403, 429) before a ban',
        fr: 'Requêtes refusées (401, 403, 429) avant un bannissement',
      },
      max: 10_000,
      perSeconds: 600,
      source: `${rates}#invalid-request-limit-aka-cloudflare-bans`,
      date: read,
    },
  ],
  minGapMs: 1000,
} satisfies Partial<ManifestInput>

export const docs = [
  { title: 'Message', url: message, date: read },
  { title: 'Poll', url: poll, date: read },
  { title: 'Rate limits', url: rates, date: read },
  { title: 'Uploading files, user agent', url: files, date: read },
]
