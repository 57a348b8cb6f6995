import type { Label } from '#domain/publishing/api.ts'
import type { Text } from '#platform/text.ts'

export type CampaignKey = 'repair' | 'open-days' | 'sofa'

/** A campaign of the shop; days are counted from the day the shop opens. */
export interface ShopCampaign {
  key: CampaignKey
  name: Text
  objective: Text
  audience: Text
  message: Text
  tone: Text
  from: number
  to: number
  budget: number | null
  costs: { day: number; what: Text; amount: number }[]
  /** Texts of the past that belong to it. */
  posts: readonly string[]
}

export const campaigns: readonly ShopCampaign[] = [
  {
    key: 'repair',
    name: { en: 'Mend rather than throw away', fr: 'Réparer plutôt que jeter' },
    objective: {
      en: 'Fill the eight places of the Wednesday repair workshop, every week until the holidays.',
      fr: 'Remplir les huit places de l’atelier de réparation du mercredi, chaque semaine jusqu’aux fêtes.',
    },
    audience: {
      en: 'People of the neighbourhood who own a piece they like and dare not bring in.',
      fr: 'Les habitants du quartier qui ont un meuble auquel ils tiennent et n’osent pas l’apporter.',
    },
    message: {
      en: 'Whatever the make, a chair that creaks has another forty years in it.',
      fr: 'Quelle que soit sa marque, une chaise qui grince a encore quarante ans devant elle.',
    },
    tone: { en: 'A neighbour who lends a hand', fr: 'Un voisin qui donne un coup de main' },
    from: -80,
    to: 28,
    budget: 450,
    costs: [
      {
        day: -78,
        what: { en: 'Posters, 60 copies', fr: 'Affiches, 60 exemplaires' },
        amount: 118.8,
      },
      {
        day: -52,
        what: { en: 'Glue, clamps, coffee', fr: 'Colle, serre-joints, café' },
        amount: 86.4,
      },
      {
        day: -20,
        what: { en: 'Advert in the neighbourhood paper', fr: 'Encart dans le journal du quartier' },
        amount: 140,
      },
    ],
    posts: ['entretien-bois', 'reparer', 'avant-apres', 'garde-meuble', 'cirer'],
  },
  {
    key: 'open-days',
    name: { en: 'Autumn open days', fr: 'Portes ouvertes d’automne' },
    objective: {
      en: 'Bring two hundred people through the door in a weekend.',
      fr: 'Faire entrer deux cents personnes en un week-end.',
    },
    audience: {
      en: 'Families, and those who only look',
      fr: 'Les familles, et ceux qui ne font que regarder',
    },
    message: {
      en: 'Come and see how a table is made.',
      fr: 'Venez voir comment se fait une table.',
    },
    tone: { en: 'Simple and glad', fr: 'Simple et joyeux' },
    from: -60,
    to: -42,
    budget: 300,
    costs: [
      { day: -50, what: { en: 'Cakes and cider', fr: 'Gâteaux et cidre' }, amount: 164.5 },
      { day: -49, what: { en: 'Banner', fr: 'Banderole' }, amount: 159 },
    ],
    posts: ['buffet-perrache', 'apprentie', 'prix-explique', 'banc', 'portes-ouvertes'],
  },
  {
    key: 'sofa',
    name: { en: 'The Saône sofa, two seats', fr: 'Le Saône en deux places' },
    objective: {
      en: 'Take twelve orders for the two-seat Saône before the end of the month after next.',
      fr: 'Prendre douze commandes du Saône deux places avant la fin du mois d’après.',
    },
    audience: {
      en: 'Couples and people alone in flats under 45 m²',
      fr: 'Couples et personnes seules, dans moins de 45 m²',
    },
    message: {
      en: 'The same sofa, for small living rooms and long naps.',
      fr: 'Le même canapé, pour les petits salons et les grandes siestes.',
    },
    tone: { en: 'Unhurried, a little greedy', fr: 'Sans hâte, un peu gourmand' },
    from: 3,
    to: 45,
    budget: 800,
    costs: [],
    posts: [],
  },
]

/** What the posts of the past are to their reader; those not named are filed under nothing, as in any shop. */
export const filing: Readonly<Record<string, { labels: Label[]; about: 'us' | 'customer' }>> = {
  'table-lucie': { labels: ['visual'], about: 'us' },
  'quel-bois': { labels: ['informative'], about: 'customer' },
  'samedi-ouvert': { labels: ['informative'], about: 'us' },
  'chaise-hugo': { labels: ['visual'], about: 'us' },
  'entretien-bois': { labels: ['useful'], about: 'customer' },
  'fauteuil-colette': { labels: ['visual', 'inspiring'], about: 'us' },
  sciure: { labels: ['spontaneous', 'unexpected'], about: 'us' },
  'merci-mille': { labels: ['spontaneous'], about: 'customer' },
  tissus: { labels: ['visual', 'inspiring'], about: 'customer' },
  'livraison-velo': { labels: ['unexpected'], about: 'us' },
  reparer: { labels: ['useful'], about: 'customer' },
  apprentie: { labels: ['spontaneous'], about: 'us' },
  'prix-explique': { labels: ['informative', 'exclusive'], about: 'customer' },
  'avant-apres': { labels: ['visual', 'inspiring'], about: 'customer' },
  'portes-ouvertes': { labels: ['informative'], about: 'customer' },
  mesurer: { labels: ['useful'], about: 'customer' },
  'votre-coin': { labels: ['inspiring'], about: 'customer' },
  'garde-meuble': { labels: ['useful', 'informative'], about: 'customer' },
  'merci-clients': { labels: ['spontaneous', 'inspiring'], about: 'customer' },
  cirer: { labels: ['useful'], about: 'customer' },
  'nouvelle-vitrine': { labels: ['visual'], about: 'us' },
}
