import type { ManifestInput } from '#connectors/_contract/manifest.ts'

const botApi = 'https://core.telegram.org/bots/api'
/** The words of the Bot FAQ, as Telegram Bot Support repeats them. */
const pace = 'https://telegra.ph/Hitting-limits-bot-FAQ'
const read = '2026-11-25'

const limit = (value: number, method: string) => ({
  value,
  source: `${botApi}#${method}`,
  date: read,
})

/** Bot API 10.1 of 2026-06-11. */
export const manifest: ManifestInput = {
  id: 'telegram',
  name: 'Telegram',
  stamp: 'TG',
  description: {
    en: 'Posts, albums, videos and polls in a channel or a group, with the comments people leave and the messages they write to the bot.',
    fr: 'Publications, albums, vidéos et sondages dans un canal ou un groupe, avec les commentaires laissés et les messages écrits au bot.',
  },
  capabilities: { publish: true, inbox: true, metrics: true, listen: false },
  connect: {
    method: 'credentials',
    fields: [
      {
        name: 'token',
        label: { en: 'Bot token', fr: 'Jeton du bot' },
        hint: {
          en: 'One bot for each channel: two channels that share a bot would take each other’s messages.',
          fr: 'Un bot par canal : deux canaux qui partageraient un bot se prendraient leurs messages.',
        },
        kind: 'password',
        placeholder: '123456789:AAE…',
      },
      {
        name: 'chat',
        label: { en: 'Channel or group', fr: 'Canal ou groupe' },
        hint: {
          en: 'Its @name. Without one, leave this empty: we find where the bot was added within the last day.',
          fr: 'Son @nom. S’il n’en a pas, laissez vide : nous trouvons où le bot a été ajouté depuis un jour.',
        },
        kind: 'text',
        placeholder: '@atelier_morel',
        required: false,
      },
    ],
    help: {
      en: 'In Telegram, write /newbot to @BotFather, answer its two questions and copy the token it gives. Then open your channel, Administrators, Add Admin, choose your bot and leave “Post Messages” on. To read comments, make it an administrator of the discussion group too.',
      fr: 'Dans Telegram, écrivez /newbot à @BotFather, répondez à ses deux questions et copiez le jeton qu’il donne. Ouvrez ensuite votre canal, Administrateurs, Ajouter un administrateur, choisissez votre bot et laissez « Publier des messages » activé. Pour lire les commentaires, nommez-le aussi administrateur du groupe de discussion.',
    },
    helpUrl: 'https://core.telegram.org/bots/features#botfather',
  },
  // No method takes a key, and a bot sees no history: what was lost on the way cannot be looked for.
  idempotency: 'none',
  text: { max: limit(4096, 'sendmessage'), unit: 'characters' },
  images: {
    max: limit(10, 'sendmediagroup'),
    maxBytes: limit(10_000_000, 'sendphoto'),
    types: ['image/jpeg', 'image/png', 'image/webp'],
    described: false,
  },
  video: {
    maxBytes: limit(50_000_000, 'sendvideo'),
    types: ['video/mp4'],
    described: false,
  },
  // Under its own post in the discussion group a bot could only write once the copy there has reached it.
  follow: { thread: true, comment: false },
  poll: {
    choicesMax: limit(12, 'sendpoll'),
    choiceLength: limit(100, 'inputpolloption'),
    minutesMin: limit(1, 'sendpoll'),
    // 2,628,000 seconds, less the ten minutes that are left to read the votes.
    minutesMax: limit(43_790, 'sendpoll'),
    multiple: true,
    withImages: false,
  },
  linkCard: 'made-there',
  options: [
    {
      name: 'silent',
      label: { en: 'Without a sound', fr: 'Sans notification sonore' },
      kind: 'switch',
      default: false,
    },
    {
      name: 'boldTitle',
      label: { en: 'First line in bold', fr: 'Première ligne en gras' },
      kind: 'switch',
      default: false,
    },
    {
      name: 'linkPreview',
      label: { en: 'Card of the link', fr: 'Aperçu du lien' },
      kind: 'choice',
      choices: [
        { value: 'below', label: { en: 'Below the text', fr: 'Sous le texte' } },
        { value: 'above', label: { en: 'Above the text', fr: 'Au-dessus du texte' } },
        { value: 'none', label: { en: 'None', fr: 'Aucun' } },
      ],
      default: 'below',
    },
  ],
  rates: [
    {
      what: { en: 'Messages, all chats together', fr: 'Messages, toutes discussions confondues' },
      max: 30,
      perSeconds: 1,
      source: pace,
      date: read,
    },
    {
      what: { en: 'Messages in one group', fr: 'Messages dans un même groupe' },
      max: 20,
      perSeconds: 60,
      source: pace,
      date: read,
    },
  ],
  quotas: [
    {
      id: 'messages',
      what: { en: 'messages', fr: 'messages' },
      // Each picture of an album is a message.
      counts: { post: 1, part: 1, reply: 1, image: 1 },
      max: 20,
      window: { kind: 'rolling', seconds: 60 },
      quiet: true,
      source: pace,
      date: read,
    },
  ],
  minGapMs: 1000,
  metrics: { post: [], channel: ['followers'] },
  docs: [
    { title: 'Bot API', url: botApi, date: read },
    {
      title: 'Bot features: privacy mode, BotFather',
      url: 'https://core.telegram.org/bots/features',
      date: read,
    },
    { title: 'Limits, by Bot Support', url: pace, date: read },
  ],
}
