import type { UpcomingText } from '../model.ts'

/** What is being prepared: posts that will leave in the coming days, and drafts. */
export const upcoming: readonly UpcomingText[] = [
  {
    inDays: 1,
    hour: '12:15',
    picture: 'chair',
    link: '/chaises/hugo',
    on: 'both',
    text: {
      en: 'The Hugo chairs ordered last month leave this week. Yours may be on the van. {link}',
      fr: 'Les chaises Hugo commandées le mois dernier partent cette semaine. La vôtre est peut-être dans le camion. {link}',
    },
  },
  {
    inDays: 2,
    hour: '18:30',
    labels: ['unexpected'],
    about: 'customer',
    picture: 'grain',
    on: 'place',
    text: {
      en: 'A knot in the wood: flaw or character?',
      fr: 'Un nœud dans le bois : défaut ou caractère ?',
    },
  },
  {
    inDays: 3,
    hour: '10:30',
    picture: 'lamp',
    on: 'place',
    isReviewed: true,
    text: {
      en: 'Our lamps go out at seven, our workshop never quite does. Come and see it by night on Friday.',
      fr: 'Nos lampes s’éteignent à sept heures, l’atelier jamais tout à fait. Venez le voir de nuit vendredi.',
    },
  },
  {
    inDays: 4,
    hour: '09:00',
    campaign: 'sofa',
    labels: ['informative', 'visual'],
    about: 'customer',
    picture: 'sofa',
    link: '/canapes/saone',
    on: 'both',
    text: {
      en: 'The Saône sofa now comes in two seats, for small living rooms and long naps. {link}',
      fr: 'Le canapé Saône existe aussi en deux places, pour les petits salons et les grandes siestes. {link}',
    },
  },
  {
    inDays: 6,
    hour: '19:00',
    campaign: 'sofa',
    labels: ['visual', 'inspiring'],
    about: 'us',
    picture: 'fabrics',
    on: 'vitrine',
    isReviewed: true,
    text: {
      en: 'This season’s swatches: eight shades, all removable covers.',
      fr: 'Le nuancier de la saison : huit teintes, toutes déhoussables.',
    },
  },
  {
    inDays: 9,
    hour: '12:15',
    campaign: 'repair',
    labels: ['useful'],
    about: 'customer',
    picture: 'front',
    link: '/reparations',
    on: 'place',
    text: {
      en: 'Two places left at Wednesday’s repair workshop. Bring the chair, we bring the glue. {link}',
      fr: 'Encore deux places à l’atelier de réparation de mercredi. Apportez la chaise, nous fournissons la colle. {link}',
    },
  },
  {
    picture: 'bench',
    on: 'both',
    text: {
      en: 'The Presqu’île bench in walnut: three of them, numbered.',
      fr: 'Le banc Presqu’île en noyer : trois exemplaires, numérotés.',
    },
  },
  {
    picture: null,
    on: 'place',
    text: {
      en: 'Idea: tell the day of a table, from the sawmill to the living room?',
      fr: 'Idée : raconter la journée d’une table, de la scierie au salon ?',
    },
  },
  {
    picture: 'lamp',
    link: '/lampes/fourviere',
    on: 'both',
    text: {
      en: 'The Fourvière lamp is back next month. Shall we open a waiting list? {link}',
      fr: 'La lampe Fourvière revient le mois prochain. On ouvre une liste d’attente ? {link}',
    },
  },
]
