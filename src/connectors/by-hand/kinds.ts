import type { Handed } from '#connectors/_contract/connector.ts'
import type { Text } from '#platform/text.ts'

/** A kind of place where nothing can be put by a machine, with what to do there unless a person says otherwise. */
export type Kind = Omit<Handed, 'visits'> & { visits?: boolean }

const paste: Text = {
  en: 'Copy the text and paste it there',
  fr: 'Copiez le texte et collez-le là-bas',
}
const pictures: Text = {
  en: 'Add the pictures, saved from this page',
  fr: 'Ajoutez les images, enregistrées depuis cette page',
}
const link: Text = {
  en: 'Publish it, then copy its address here',
  fr: 'Publiez, puis copiez son adresse ici',
}

/**
 * Offered when an account is connected, in this order. MySpace, Foursquare and Swarm give no right to publish for a
 * company's page; Google+ closed on 2 April 2019 (the pages are in the manifest).
 */
export const KINDS: Readonly<Record<string, Kind>> = {
  paper: {
    called: { en: 'Paper', fr: 'Papier' },
    stamp: 'PA',
    steps: [
      { en: 'Print the text and its picture', fr: 'Imprimez le texte et son image' },
      { en: 'Put it up where people pass', fr: 'Affichez-le là où l’on passe' },
      { en: 'Take a photo of it', fr: 'Prenez-le en photo' },
    ],
    proof: 'photo',
    counts: ['views', 'replies'],
  },
  press: {
    called: { en: 'Local press', fr: 'Presse locale' },
    stamp: 'PR',
    steps: [
      {
        en: 'Send the text and the pictures to the newsroom',
        fr: 'Envoyez le texte et les images à la rédaction',
      },
      {
        en: 'Once it has appeared, give its address or a photo of the page',
        fr: 'Une fois l’article paru, donnez son adresse ou une photo de la page',
      },
    ],
    proof: 'photo',
    counts: ['views', 'replies', 'clicks'],
  },
  phone: {
    called: { en: 'Phone', fr: 'Téléphone' },
    stamp: 'TE',
    steps: [
      {
        en: 'Call the people of your list and tell them the text in your words',
        fr: 'Appelez les personnes de votre liste et dites-leur le texte avec vos mots',
      },
      { en: 'Note what they answered', fr: 'Notez ce qu’elles ont répondu' },
    ],
    proof: 'photo',
    counts: ['views', 'replies'],
  },
  'video-call': {
    called: { en: 'Video call', fr: 'Visioconférence' },
    stamp: 'VI',
    steps: [
      {
        en: 'Open the call and show the pictures',
        fr: 'Ouvrez la visioconférence et montrez les images',
      },
      { en: 'Say the text in your words', fr: 'Dites le texte avec vos mots' },
    ],
    proof: 'link',
    counts: ['views', 'replies'],
  },
  myspace: {
    called: { en: 'MySpace', fr: 'MySpace' },
    stamp: 'MY',
    steps: [
      { en: 'Open your page and sign in', fr: 'Ouvrez votre page et connectez-vous' },
      paste,
      pictures,
      link,
    ],
    proof: 'link',
    counts: ['views', 'likes', 'replies', 'reposts'],
  },
  foursquare: {
    called: { en: 'Foursquare and Swarm', fr: 'Foursquare et Swarm' },
    stamp: 'FS',
    steps: [
      {
        en: 'Open Swarm and check in at your place',
        fr: 'Ouvrez Swarm et enregistrez votre passage dans votre lieu',
      },
      paste,
      pictures,
      link,
    ],
    proof: 'link',
    counts: ['check-ins', 'views', 'likes', 'replies'],
    visits: true,
  },
  'google-plus': {
    called: { en: 'Google+', fr: 'Google+' },
    stamp: 'G+',
    steps: [
      {
        en: 'Nothing can be put there any more: enter its figures of the past',
        fr: 'Plus rien ne peut y être publié : saisissez ses chiffres d’autrefois',
      },
    ],
    proof: 'link',
    counts: ['views', 'likes', 'replies', 'reposts'],
    closed: {
      en: 'Google+ closed on 2 April 2019: its past is kept here and nothing more is put there.',
      fr: 'Google+ a fermé le 2 avril 2019 : son passé est conservé ici et plus rien n’y est publié.',
    },
  },
  other: {
    called: { en: 'By hand', fr: 'À la main' },
    stamp: 'AM',
    steps: [paste, pictures, link],
    proof: 'link',
    counts: ['views', 'likes', 'replies', 'reposts', 'clicks', 'check-ins'],
    visits: true,
  },
}

const OTHER = 'other'

/** The kind of that name; of one that is gone, or none, what fits anything. */
export const kindOf = (name: unknown): Kind =>
  (typeof name === 'string' && Object.hasOwn(KINDS, name) ? KINDS[name] : undefined) ??
  (KINDS[OTHER] as Kind)
