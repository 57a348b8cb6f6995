import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { KINDS } from './kinds.ts'

const own = { source: 'our own choice: what a person can still handle', date: '2026-11-25' }
const read = '2026-11-25'

const lines = (kind: string, language: 'en' | 'fr') =>
  (KINDS[kind]?.steps ?? []).map((step) => step[language]).join('\n')

export const manifest: ManifestInput = {
  id: 'by-hand',
  name: 'By hand',
  called: { en: 'By hand', fr: 'À la main' },
  stamp: 'AM',
  description: {
    en: 'Where no machine can publish: a poster, the local press, a phone call, MySpace, Swarm. At the hour, Vigie hands you the text, the pictures and the steps.',
    fr: 'Là où aucune machine ne publie : une affiche, la presse locale, un appel, MySpace, Swarm. À l’heure dite, Vigie vous remet le texte, les images et les étapes.',
  },
  capabilities: { publish: true, inbox: false, metrics: false, listen: false },
  handed: true,
  connect: {
    method: 'credentials',
    fields: [
      {
        name: 'kind',
        label: { en: 'What it is', fr: 'De quoi il s’agit' },
        kind: 'choice',
        choices: Object.entries(KINDS).map(([value, { called }]) => ({
          value,
          label: called,
          fills: { steps: { en: lines(value, 'en'), fr: lines(value, 'fr') } },
        })),
      },
      {
        name: 'name',
        label: { en: 'Its name', fr: 'Son nom' },
        hint: {
          en: 'As you will see it everywhere: “Poster in the window”. To change its steps later, connect it again under the same name.',
          fr: 'Tel que vous le verrez partout : « Affiche en vitrine ». Pour changer ses étapes plus tard, reconnectez-le sous le même nom.',
        },
        kind: 'text',
      },
      {
        name: 'address',
        label: { en: 'Its address', fr: 'Son adresse' },
        hint: {
          en: 'Where you will put the posts, when it has a page.',
          fr: 'L’endroit où vous placerez les publications, s’il a une page.',
        },
        kind: 'url',
        placeholder: 'https://',
        required: false,
      },
      {
        name: 'steps',
        label: { en: 'What there is to do', fr: 'Ce qu’il y a à faire' },
        hint: {
          en: 'One step a line, each to be ticked at the hour.',
          fr: 'Une étape par ligne, à cocher le moment venu.',
        },
        kind: 'lines',
        required: false,
      },
    ],
    help: {
      en: 'You write and schedule as for any account. At its hour the post becomes a task, here and by e-mail; whoever does it gives back the link or a photo. Its figures are entered by hand.',
      fr: 'Vous écrivez et programmez comme pour tout compte. À son heure, la publication devient une tâche, ici et par e-mail ; la personne qui s’en charge donne le lien ou une photo. Ses chiffres se saisissent à la main.',
    },
  },
  idempotency: 'none',
  images: {
    max: { value: 20, ...own },
    maxBytes: { value: 20_000_000, ...own },
    types: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
  },
  video: { maxBytes: { value: 500_000_000, ...own }, types: ['video/mp4', 'video/quicktime'] },
  follow: { thread: false, comment: false },
  metrics: { post: [], channel: [] },
  docs: [
    {
      title: 'Google+ closes on 2 April 2019',
      url: 'https://www.mercurynews.com/2019/01/31/still-using-google-you-wont-be-after-april-2/',
      date: read,
    },
    {
      title: 'Foursquare City Guide closes, Swarm stays',
      url: 'https://trendzilla.xyz/foursquare-reduced-to-just-one-app/',
      date: read,
    },
  ],
}
