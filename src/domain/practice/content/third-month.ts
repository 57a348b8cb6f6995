import type { PastText } from '../model.ts'

/** The posts of the last weeks. */
export const thirdMonth: readonly PastText[] = [
  {
    key: 'stock-noyer',
    picture: 'grain',
    on: 'place',
    text: {
      en: 'Walnut has arrived: six single-board tops, the widest in three years. First come, first served.',
      fr: 'Arrivage de noyer : six plateaux d’un seul tenant, les plus larges depuis trois ans. Premier venu, premier servi.',
    },
  },
  {
    key: 'tabouret',
    picture: 'chair',
    link: '/tabourets/lucien',
    on: 'both',
    text: {
      en: 'The Lucien stool: 46 cm, 3 legs, 0 screws. Our smallest piece, and the most borrowed. {link}',
      fr: 'Le tabouret Lucien, 46 cm, 3 pieds, 0 vis. Le plus petit de nos meubles, et le plus emprunté. {link}',
    },
  },
  {
    key: 'delais',
    picture: 'front',
    on: 'place',
    text: {
      en: 'Our lead times are growing: seven weeks for a table, five for a chair. We would rather tell you first.',
      fr: 'Nos délais s’allongent : comptez sept semaines pour une table, cinq pour une chaise. Nous préférons vous le dire avant.',
    },
  },
  {
    key: 'atelier-enfants',
    picture: 'bench',
    link: '/ateliers/enfants',
    on: 'both',
    text: {
      en: 'On Wednesday afternoon, children build a bird feeder. Four places left. {link}',
      fr: 'Mercredi après-midi, les enfants fabriquent une mangeoire à oiseaux. Il reste quatre places. {link}',
    },
  },
  {
    key: 'question-couleur',
    picture: 'fabrics',
    on: 'vitrine',
    text: {
      en: 'Sage or ink for the next Colette? You decide.',
      fr: 'Sauge ou encre pour le prochain Colette ? C’est vous qui choisissez.',
    },
  },
  {
    key: 'presse',
    picture: 'sideboard',
    link: '/journal/presse',
    on: 'both',
    text: {
      en: 'We are in the neighbourhood paper: two pages, and a photo in which nobody has their eyes shut. {link}',
      fr: 'On parle de nous dans le journal du quartier : deux pages, et une photo où personne n’a les yeux fermés. {link}',
    },
  },
  {
    key: 'garde-meuble',
    picture: 'sideboard',
    link: '/journal/assembler-sans-colle',
    on: 'place',
    text: {
      en: 'Joining without glue: three joints you can undo, and why that matters in ten years. {link}',
      fr: 'Assembler sans colle : trois assemblages que l’on peut défaire, et pourquoi cela change tout dans dix ans. {link}',
    },
  },
  {
    key: 'bibliotheque-mesure',
    picture: 'shelf',
    link: '/sur-mesure',
    on: 'both',
    text: {
      en: 'Under a slope, round a door, behind a piano: this year’s made-to-measure bookcases. Free quotes. {link}',
      fr: 'Sous pente, autour d’une porte, derrière un piano : les bibliothèques sur mesure de l’année. Devis gratuit. {link}',
    },
  },
  {
    key: 'merci-clients',
    picture: 'table',
    on: 'both',
    text: {
      en: 'Sent by Nadia: her Lucie table turned ten on Saturday, with the same guests around it.',
      fr: 'Photo envoyée par Nadia : la Lucie a fêté ses dix ans samedi, avec les mêmes invités autour.',
    },
  },
  {
    key: 'liste-mariage',
    picture: 'armchair',
    link: '/listes',
    on: 'both',
    text: {
      en: 'Wedding lists welcome at the workshop: twelve friends and one armchair go further than a toaster. {link}',
      fr: 'La liste de mariage se compose aussi à l’atelier : un fauteuil à douze, cela va plus loin qu’un grille-pain. {link}',
    },
  },
  {
    key: 'question-cadeau',
    picture: 'lamp',
    on: 'place',
    text: {
      en: 'Which piece of furniture would you never give away, and why?',
      fr: 'Quel est le meuble que vous ne donneriez à personne, et pourquoi ?',
    },
  },
  {
    key: 'cirer',
    picture: 'desk',
    link: '/journal/cirer-un-bureau',
    on: 'place',
    text: {
      en: 'Bring a desk back to life in one evening: wax, cloth and patience, in that order. {link}',
      fr: 'Rendre son éclat à un bureau en une soirée : la cire, le chiffon, et la patience, dans cet ordre. {link}',
    },
  },
  {
    key: 'nouvelle-vitrine',
    picture: 'front',
    on: 'both',
    text: {
      en: 'New window display this morning, 24 rue des Capucins. Come and say hello, even without buying.',
      fr: 'Nouvelle vitrine ce matin, 24 rue des Capucins. Passez dire bonjour, même sans rien acheter.',
    },
  },
]
