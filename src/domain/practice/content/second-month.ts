import type { PastText } from '../model.ts'

/** The posts of the second month. */
export const secondMonth: readonly PastText[] = [
  {
    key: 'reparer',
    picture: 'chair',
    on: 'place',
    text: {
      en: 'A creaking chair: do you mend it or replace it? On Wednesdays the workshop mends, whatever the make.',
      fr: 'Une chaise qui grince, vous la réparez ou vous la remplacez ? Le mercredi, l’atelier répare, quelle que soit la marque.',
    },
  },
  {
    key: 'buffet-perrache',
    picture: 'sideboard',
    link: '/buffets/perrache',
    on: 'both',
    text: {
      en: 'Four doors, not one handle: the Perrache sideboard opens at a fingertip. Cherry and brass. {link}',
      fr: 'Quatre portes, pas une poignée : le buffet Perrache s’ouvre du bout du doigt. Merisier et laiton. {link}',
    },
  },
  {
    key: 'apprentie',
    picture: 'front',
    on: 'both',
    text: {
      en: 'Yesterday Inès cut her first dovetails. Welcome to the workshop, and mind your fingers.',
      fr: 'Inès a posé hier ses premières queues d’aronde. Bienvenue à l’atelier, et gare aux doigts.',
    },
  },
  {
    key: 'prix-explique',
    picture: 'table',
    link: '/journal/le-prix-d-une-table',
    on: 'place',
    text: {
      en: 'Why does a table cost €1,480? Line by line: the wood, the hours, the rent, and what is left. {link}',
      fr: 'Pourquoi une table coûte-t-elle 1 480 € ? Le détail, poste par poste : le bois, les heures, le loyer, et ce qui reste. {link}',
    },
  },
  {
    key: 'banc',
    picture: 'bench',
    link: '/bancs/presquile',
    on: 'both',
    text: {
      en: 'The Presqu’île bench: long enough for three friends or a full load of laundry. #hallway #ash {link}',
      fr: 'Le banc Presqu’île : assez long pour trois amis ou une lessive complète. #entrée #frêne {link}',
    },
  },
  {
    key: 'portes-ouvertes',
    picture: 'front',
    link: '/portes-ouvertes',
    on: 'both',
    text: {
      en: 'Open days this weekend: caning demonstrations, offcuts to take home, and cake. Free entry. {link}',
      fr: 'Portes ouvertes ce week-end : démonstrations de cannage, chutes de bois à emporter, et un goûter. Entrée libre. {link}',
    },
  },
  {
    key: 'question-hauteur',
    picture: 'desk',
    on: 'place',
    text: {
      en: 'How high is your desk? Ours is 74 cm, and our backs disagree.',
      fr: 'À quelle hauteur est votre plan de travail ? Le nôtre est à 74 cm, et nos dos ne sont pas d’accord.',
    },
  },
  {
    key: 'avant-apres',
    picture: 'armchair',
    on: 'both',
    text: {
      en: 'Before: a 1962 armchair in a cellar in Vaise. After: the same one, good for another sixty years.',
      fr: 'Avant : un fauteuil de 1962 dans une cave de Vaise. Après : le même, pour soixante ans encore.',
    },
  },
  {
    key: 'fsc',
    picture: 'grain',
    link: '/journal/d-ou-vient-notre-bois',
    on: 'place',
    text: {
      en: 'All our oak comes from within 150 km. Here are the three sawmills, and how to visit them. {link}',
      fr: 'Tout notre chêne vient de moins de 150 km. Voici les trois scieries, et comment y aller. {link}',
    },
  },
  {
    key: 'lampe-promo',
    picture: 'lamp',
    link: '/lampes/fourviere',
    on: 'both',
    text: {
      en: 'End of the line: 20% off the Fourvière lamp until Sunday, in the shop and online. {link}',
      fr: 'Fin de série : -20 % sur la lampe Fourvière jusqu’à dimanche, à la boutique et en ligne. {link}',
    },
  },
  {
    key: 'equipe-dejeuner',
    picture: 'table',
    on: 'vitrine',
    text: {
      en: 'Team lunch on the test table. House rule: no phones, no staples.',
      fr: 'Le déjeuner de l’équipe, sur la table d’essai. Règle de la maison : pas de téléphone, pas d’agrafes.',
    },
  },
  {
    key: 'mesurer',
    picture: 'sofa',
    link: '/journal/mesurer-avant-d-acheter',
    on: 'both',
    text: {
      en: 'Before you buy a sofa, measure four things. Everybody forgets the fourth. {link}',
      fr: 'Avant d’acheter un canapé, mesurez quatre choses. La quatrième, tout le monde l’oublie. {link}',
    },
  },
  {
    key: 'votre-coin',
    picture: 'shelf',
    on: 'both',
    text: {
      en: 'Show us your reading corner: lamp, armchair, cat? The best pictures go up on the shop wall.',
      fr: 'Montrez-nous votre coin lecture : lampe, fauteuil, chat ? Les plus belles photos iront au mur de la boutique.',
    },
  },
]
