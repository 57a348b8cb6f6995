import type { PastText } from '../model.ts'

/** The first posts of the past, oldest first. */
export const firstMonth: readonly PastText[] = [
  {
    key: 'table-lucie',
    picture: 'table',
    link: '/tables/lucie',
    on: 'both',
    text: {
      en: 'The Lucie table is back: oak from the Bugey hills, seats eight, and a top that fears neither wine nor homework. {link}',
      fr: 'La table Lucie est de retour : chêne du Bugey, huit couverts, un plateau qui ne craint ni le vin ni les devoirs. {link}',
    },
  },
  {
    key: 'quel-bois',
    picture: 'grain',
    on: 'place',
    text: {
      en: 'Oak or walnut for an everyday table? We have our view, but we would rather hear yours.',
      fr: 'Chêne ou noyer pour une table de tous les jours ? Nous avons notre avis, mais le vôtre nous intéresse.',
    },
  },
  {
    key: 'samedi-ouvert',
    picture: 'front',
    on: 'place',
    text: {
      en: 'The shop is open this Saturday from 10 to 7. Coffee is on, and the workshop tour starts at 3.',
      fr: 'La boutique est ouverte ce samedi de 10 h à 19 h. Le café est chaud, l’atelier se visite à 15 h.',
    },
  },
  {
    key: 'chaise-hugo',
    picture: 'chair',
    link: '/chaises/hugo',
    on: 'both',
    text: {
      en: 'Steam-bent back, seat caned by hand: the Hugo chair takes eleven hours. Here is the latest batch. #madeinLyon {link}',
      fr: 'Dossier cintré, assise cannée à la main : la chaise Hugo demande onze heures de travail. En voici la dernière série. #fabriquéàLyon {link}',
    },
  },
  {
    key: 'entretien-bois',
    picture: 'grain',
    link: '/journal/entretenir-le-bois',
    on: 'place',
    text: {
      en: 'Oil, wax or soap: how to look after wood without smothering it. Our method, in a five-minute read. {link}',
      fr: 'Huile, cire ou savon noir : comment entretenir le bois sans l’étouffer. Notre méthode, en cinq minutes de lecture. {link}',
    },
  },
  {
    key: 'fauteuil-colette',
    picture: 'armchair',
    link: '/fauteuils/colette',
    on: 'both',
    text: {
      en: 'The Colette armchair, this time in Alpine wool. You sit down for a coffee and stay for the novel. {link}',
      fr: 'Le fauteuil Colette, cette fois en laine des Alpes. On s’y assoit pour un café, on y reste pour le roman. {link}',
    },
  },
  {
    key: 'sciure',
    picture: 'front',
    on: 'vitrine',
    text: {
      en: 'Seven in the morning, first cut of the day. The smell of ash beats any alarm clock.',
      fr: 'Sept heures du matin, première coupe de la journée. L’odeur du frêne vaut tous les réveils.',
    },
  },
  {
    key: 'lampe-ou-ou',
    picture: 'lamp',
    on: 'both',
    text: {
      en: 'The Fourvière lamp: on a desk, or beside an armchair? Tell us where you would put it.',
      fr: 'La lampe Fourvière : sur un bureau, ou au pied d’un fauteuil ? Dites-nous où vous la mettriez.',
    },
  },
  {
    key: 'bureau-bellecour',
    picture: 'desk',
    link: '/bureaux/bellecour',
    on: 'both',
    text: {
      en: 'A desk that fits in 90 cm and closes on Friday evening. The Bellecour, in solid beech. {link}',
      fr: 'Un bureau qui tient dans 90 cm et se ferme le vendredi soir. Le Bellecour, en hêtre massif. {link}',
    },
  },
  {
    key: 'merci-mille',
    picture: 'front',
    on: 'place',
    text: {
      en: 'More than two thousand of you follow us. There are six of us in the workshop: that is quite a crowd round the table. Thank you.',
      fr: 'Vous êtes plus de deux mille à nous suivre. Nous sommes six à l’atelier : cela fait du monde autour de la table. Merci.',
    },
  },
  {
    key: 'etagere-rhone',
    picture: 'shelf',
    link: '/etageres/rhone',
    on: 'both',
    text: {
      en: 'The Rhône shelf goes up without screws, in twelve minutes, with two people. Alone, allow for one more discussion. {link}',
      fr: 'L’étagère Rhône se monte sans vis, en douze minutes, à deux. À un, comptez une discussion de plus. {link}',
    },
  },
  {
    key: 'tissus',
    picture: 'fabrics',
    on: 'both',
    text: {
      en: 'The new fabrics are in: terracotta, sage, ink. Which one for your living room?',
      fr: 'Les nouveaux tissus sont arrivés : terre cuite, sauge, encre. Lequel pour votre salon ?',
    },
  },
  {
    key: 'livraison-velo',
    picture: 'front',
    on: 'place',
    text: {
      en: 'Deliveries by cargo bike across Lyon and Villeurbanne from today. Yes, even a sofa. Yes, even up to the Croix-Rousse.',
      fr: 'Livraison à vélo dans Lyon et Villeurbanne dès aujourd’hui. Oui, même pour un canapé. Oui, même à la Croix-Rousse.',
    },
  },
  {
    key: 'canape-saone',
    picture: 'sofa',
    link: '/canapes/saone',
    on: 'both',
    text: {
      en: 'Saône sofa: three seats, washable covers, springs you can replace one by one. Made to outlast the lease. {link}',
      fr: 'Canapé Saône : trois places, déhoussable, ressorts remplaçables un par un. Fait pour durer plus longtemps que le bail. {link}',
    },
  },
]
