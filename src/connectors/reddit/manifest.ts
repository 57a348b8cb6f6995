import type { ManifestInput } from '#connectors/_contract/manifest.ts'

const wiki = 'https://support.reddithelp.com/hc/en-us/articles/16160319875092-Reddit-Data-API-Wiki'
const policy = 'https://support.reddithelp.com/hc/en-us/articles/42728983564564'
const api = 'https://www.reddit.com/dev/api'
const read = '2026-11-25'

export const manifest: ManifestInput = {
  id: 'reddit',
  name: 'Reddit',
  stamp: 'RE',
  description: {
    en: 'Posts, links and pictures in a community, comments and answers to them, search among everybody’s posts.',
    fr: 'Publications, liens et images dans une communauté, commentaires et réponses, recherche parmi les publications de tous.',
  },
  capabilities: { publish: true, inbox: true, metrics: true, listen: true },
  connect: {
    method: 'oauth',
    fields: [
      {
        name: 'subreddit',
        label: { en: 'Community', fr: 'Communauté' },
        hint: {
          en: 'Where posts go unless a post says otherwise. Read its rules first: many refuse companies.',
          fr: 'Là où vont les publications, sauf si l’une dit autre chose. Lisez d’abord ses règles : beaucoup refusent les entreprises.',
        },
        kind: 'text',
        placeholder: 'r/menuiserie',
      },
    ],
    app: {
      fields: [
        { name: 'clientId', label: { en: 'Client ID', fr: 'Client ID' }, kind: 'text' },
        { name: 'clientSecret', label: { en: 'Secret', fr: 'Secret' }, kind: 'password' },
        {
          name: 'developer',
          label: { en: 'Account that owns the app', fr: 'Compte à qui appartient l’application' },
          hint: {
            en: 'Reddit wants to read it in every request, as u/name.',
            fr: 'Reddit veut le lire dans chaque requête, comme u/nom.',
          },
          kind: 'text',
          placeholder: 'u/atelier_morel',
        },
      ],
      steps: [
        {
          text: {
            en: 'Ask Reddit for access to its Data API for your company, saying that you publish in your name and answer comments. Since November 2025 no app can be made without its approval, and commercial use needs a contract.',
            fr: 'Demandez à Reddit l’accès à sa Data API pour votre entreprise, en disant que vous publiez en votre nom et répondez aux commentaires. Depuis novembre 2025, aucune application ne peut être créée sans son accord, et l’usage commercial demande un contrat.',
          },
          url: policy,
        },
        {
          text: {
            en: 'Once approved, press “create another app…”, choose “web app”, and paste {redirectUri} as redirect uri.',
            fr: 'Une fois l’accord obtenu, cliquez sur « create another app… », choisissez « web app », et collez {redirectUri} comme redirect uri.',
          },
          url: 'https://www.reddit.com/prefs/apps',
        },
        {
          text: {
            en: 'Copy the figures and letters under “web app”, which are the client ID, and the secret.',
            fr: 'Copiez les chiffres et lettres sous « web app », qui sont le Client ID, et le secret.',
          },
        },
      ],
      scopes: [
        { name: 'identity', why: { en: 'To know the account.', fr: 'Pour connaître le compte.' } },
        {
          name: 'submit',
          why: { en: 'To post and to comment.', fr: 'Pour publier et commenter.' },
        },
        {
          name: 'edit',
          why: { en: 'To delete what was posted.', fr: 'Pour supprimer ce qui a été publié.' },
        },
        {
          name: 'flair',
          why: {
            en: 'To choose the flair of a post.',
            fr: 'Pour choisir le flair d’une publication.',
          },
        },
        {
          name: 'read',
          why: {
            en: 'To count votes and comments, and to search.',
            fr: 'Pour compter votes et commentaires, et pour rechercher.',
          },
        },
        {
          name: 'history',
          why: {
            en: 'To find again a post whose answer was lost.',
            fr: 'Pour retrouver une publication dont la réponse s’est perdue.',
          },
        },
        {
          name: 'privatemessages',
          why: {
            en: 'To read answers, mentions and messages.',
            fr: 'Pour lire réponses, mentions et messages.',
          },
        },
      ],
      review: {
        en: 'Reddit approves every access by hand; it says no delay.',
        fr: 'Reddit approuve chaque accès à la main ; il n’annonce aucun délai.',
      },
      source: policy,
      date: read,
    },
    help: {
      en: 'Write the name of the community. You will be sent to Reddit to sign in and allow Vigie, then brought back here.',
      fr: 'Écrivez le nom de la communauté. Vous serez envoyé chez Reddit pour vous identifier et autoriser Vigie, puis ramené ici.',
    },
  },
  idempotency: 'read-back',
  text: {
    // Of a text post; its title takes 300.
    max: {
      value: 40_000,
      source: 'https://github.com/mitodl/open-discussions/issues/1469 (Reddit’s own refusal)',
      date: read,
    },
    answerMax: {
      value: 10_000,
      source: 'https://github.com/reddit-archive/reddit/pull/847 (VMarkdown)',
      date: read,
    },
    unit: 'characters',
  },
  images: {
    max: {
      value: 1,
      source: 'https://github.com/praw-dev/praw (`kind=image` takes one address)',
      date: read,
    },
    maxBytes: {
      value: 10_000_000,
      source: 'https://www.ayrshare.com/docs/media-guidelines/reddit (no page of Reddit found)',
      date: read,
    },
    types: ['image/jpeg', 'image/png', 'image/gif'],
    described: false,
  },
  linkCard: 'made-there',
  options: [
    {
      name: 'title',
      label: { en: 'Title (the first line if empty)', fr: 'Titre (la première ligne si vide)' },
      kind: 'text',
    },
    {
      name: 'subreddit',
      label: { en: 'Another community', fr: 'Une autre communauté' },
      kind: 'text',
    },
    { name: 'flair', label: { en: 'Flair', fr: 'Flair' }, kind: 'text' },
    {
      name: 'asLink',
      label: { en: 'Post the link itself', fr: 'Publier le lien lui-même' },
      kind: 'switch',
      default: false,
    },
    {
      name: 'spoiler',
      label: { en: 'Hide as a spoiler', fr: 'Masquer comme divulgâcheur' },
      kind: 'switch',
      default: false,
    },
  ],
  rates: [
    {
      what: {
        en: 'Requests, averaged over ten minutes',
        fr: 'Requêtes, en moyenne sur dix minutes',
      },
      max: 100,
      perSeconds: 60,
      source: wiki,
      date: read,
    },
  ],
  minGapMs: 2000,
  metrics: { post: ['likes', 'replies'], channel: ['followers'] },
  docs: [
    { title: 'Reddit API', url: api, date: read },
    { title: 'Data API wiki: user agent, rates', url: wiki, date: read },
    { title: 'Responsible Builder Policy', url: policy, date: read },
    {
      title: 'OAuth2',
      url: 'https://github.com/reddit-archive/reddit/wiki/OAuth2',
      date: read,
    },
  ],
}
