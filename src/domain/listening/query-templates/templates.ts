import type { Text } from '#platform/text.ts'

/** What a person tells of the company; several are separated by commas. */
export type Blank = 'names' | 'products' | 'people' | 'rivals' | 'trade' | 'needs' | 'handle'

export interface QueryTemplate {
  id: string
  title: Text
  help: Text
  blanks: readonly Blank[]
  /** `{names}` stands for the choice of what was told, quoted; `[…]` is left out where no handle was told. */
  expression: Text
  /** With the blanks filled as in `blankExamples`. */
  finds: Text
  passesOver: Text
}

/** Not every company has one. */
export const isOptional = (blank: Blank) => blank === 'handle'

export const blankLabels: Readonly<Record<Blank, Text>> = {
  names: { en: 'Your name, and how people spell it', fr: 'Votre nom, et ses graphies' },
  products: { en: 'Products', fr: 'Produits' },
  people: { en: 'People', fr: 'Personnes' },
  rivals: { en: 'Competitors', fr: 'Concurrents' },
  trade: { en: 'Words of your trade', fr: 'Mots de votre métier' },
  needs: {
    en: 'What you sell, in your customers’ words',
    fr: 'Ce que vous vendez, avec les mots des clients',
  },
  handle: { en: 'Your handle', fr: 'Votre identifiant' },
}

export const blankExamples: Readonly<Record<Blank, Text>> = {
  names: { en: 'Atelier Morel, Ateliers Morel', fr: 'Atelier Morel, Ateliers Morel' },
  products: { en: 'Lyre', fr: 'Lyre' },
  people: { en: 'Camille Morel', fr: 'Camille Morel' },
  rivals: { en: 'Maison Duret', fr: 'Maison Duret' },
  trade: { en: 'cabinetmaker, joinery', fr: 'ébéniste, menuiserie' },
  needs: { en: 'oak table, bookcase', fr: 'table en chêne, bibliothèque' },
  handle: { en: 'ateliermorel', fr: 'ateliermorel' },
}

export const templates: readonly QueryTemplate[] = [
  {
    id: 'brand',
    title: { en: 'Our name', fr: 'Notre nom' },
    help: {
      en: 'Who talks about the company, minus what the company itself says.',
      fr: 'Qui parle de l’entreprise, sauf ce qu’elle dit elle-même.',
    },
    blanks: ['names', 'handle'],
    expression: {
      en: '[(]{names}[ OR @{handle}) NOT author:{handle}]',
      fr: '[(]{names}[ OU @{handle}) SAUF author:{handle}]',
    },
    finds: { en: 'Lovely chairs at Atelier Morel', fr: 'De belles chaises chez Atelier Morel' },
    passesOver: { en: 'Morel mushrooms are in season', fr: 'C’est la saison des morilles' },
  },
  {
    id: 'product',
    title: { en: 'A product', fr: 'Un produit' },
    help: {
      en: 'The product by its exact name, near an industry word: a name is often a common word.',
      fr: 'Le produit par son nom exact, près d’un mot du métier : un nom est souvent un mot courant.',
    },
    blanks: ['products', 'names', 'trade'],
    expression: {
      en: '{products!} AND ({names} OR {trade})',
      fr: '{products!} ET ({names} OU {trade})',
    },
    finds: {
      en: 'The Lyre by Atelier Morel has arrived',
      fr: 'La Lyre de l’Atelier Morel est arrivée',
    },
    passesOver: { en: 'She plays the lyre', fr: 'Elle joue de la lyre' },
  },
  {
    id: 'people',
    title: { en: 'Our people', fr: 'Nos personnes' },
    help: { en: 'People who speak for the company.', fr: 'Celles et ceux qui la représentent.' },
    blanks: ['people', 'names', 'trade'],
    expression: {
      en: '{people} AND ({names} OR {trade} OR founder OR manager)',
      fr: '{people} ET ({names} OU {trade} OU fondat* OU dirige*)',
    },
    finds: {
      en: 'Camille Morel, cabinetmaker in Lyon',
      fr: 'Camille Morel, ébéniste à Lyon',
    },
    passesOver: { en: 'Camille Morel won the race', fr: 'Camille Morel a gagné la course' },
  },
  {
    id: 'competitor',
    title: { en: 'A competitor', fr: 'Un concurrent' },
    help: {
      en: 'What is said about a rival, especially its faults.',
      fr: 'Ce qu’on dit d’un concurrent, et surtout de ses défauts.',
    },
    blanks: ['rivals'],
    expression: {
      en: '{rivals} NEAR/20 (late OR broken OR disappoint* OR refund* OR price* OR instead OR better OR love* OR great)',
      fr: '{rivals} NEAR/20 (retard OU cass* OU déçu* OU décevan* OU rembours* OU prix OU plutôt OU mieux OU ador* OU super)',
    },
    finds: {
      en: 'My Maison Duret table arrived broken',
      fr: 'Ma table Maison Duret est arrivée cassée',
    },
    passesOver: { en: 'Maison Duret opens on Sunday', fr: 'Maison Duret ouvre dimanche' },
  },
  {
    id: 'industry',
    title: { en: 'Our trade', fr: 'Notre métier' },
    help: {
      en: 'Industry news: rules, studies, shows, prices.',
      fr: 'L’actualité du métier : règles, études, salons, prix.',
    },
    blanks: ['trade'],
    expression: {
      en: '{trade} AND (law OR rule* OR regulation* OR study OR survey OR fair OR award* OR shortage OR prices)',
      fr: '{trade} ET (loi OU norme* OU réglement* OU étude OU enquête OU salon OU prix OU pénurie OU concours)',
    },
    finds: { en: 'A new law for joinery workshops', fr: 'Une loi pour la menuiserie' },
    passesOver: { en: 'My uncle was in joinery', fr: 'Mon oncle était dans la menuiserie' },
  },
  {
    id: 'hiring',
    title: { en: 'Work in our trade', fr: 'L’emploi dans notre métier' },
    help: {
      en: 'Who is looking for a job, and who is hiring.',
      fr: 'Qui cherche une place, et qui recrute.',
    },
    blanks: ['trade'],
    expression: {
      en: '{trade} NEAR/12 (hiring OR hire* OR job* OR vacanc* OR apprentice* OR internship* OR "looking for work")',
      fr: '{trade} NEAR/12 (recrut* OU embauch* OU emploi* OU CDI OU CDD OU apprenti* OU alternance OU stage* OU "cherche un poste")',
    },
    finds: {
      en: 'We are hiring a cabinetmaker',
      fr: 'Nous recrutons une ébéniste',
    },
    passesOver: { en: 'The cabinetmaker repaired it', fr: 'L’ébéniste l’a réparée' },
  },
  {
    id: 'need',
    title: { en: 'Looking for what we sell', fr: 'Qui cherche ce que nous vendons' },
    help: {
      en: 'People who ask for advice or for someone to do the work: leads.',
      fr: 'Des gens qui demandent un conseil ou quelqu’un pour le faire : des contacts.',
    },
    blanks: ['needs', 'names'],
    expression: {
      en: '{needs} NEAR/15 ("looking for" OR recommend* OR "where can i" OR "anyone know" OR advice OR "need a" OR "to buy") NOT {names}',
      fr: '{needs} NEAR/15 (cherche* OU recherche* OU recommand* OU conseill* OU "où trouver" OU "où acheter" OU "quelqu’un connaît" OU "besoin d’un" OU "besoin d’une") SAUF {names}',
    },
    finds: {
      en: 'Can anyone recommend a maker for an oak table?',
      fr: 'Vous me conseillez qui pour une table en chêne ?',
    },
    passesOver: { en: 'The oak table is sold', fr: 'La table en chêne est vendue' },
  },
  {
    id: 'impostor',
    title: { en: 'Impostors', fr: 'Usurpateurs' },
    help: {
      en: 'Our name next to words of fraud, from accounts that are not ours.',
      fr: 'Notre nom près des mots de la fraude, par des comptes qui ne sont pas les nôtres.',
    },
    blanks: ['names', 'handle'],
    expression: {
      en: '[(]{names}[ OR @{handle})] AND (giveaway OR "you have won" OR "claim your" OR "gift card" OR scam* OR fake OR phishing OR whatsapp OR telegram)[ NOT author:{handle}]',
      fr: '[(]{names}[ OU @{handle})] ET ("jeu concours" OU "vous avez gagné" OU "carte cadeau" OU arnaque* OU faux OU fausse OU hameçonnage OU whatsapp OU telegram)[ SAUF author:{handle}]',
    },
    finds: {
      en: 'You have won an Atelier Morel gift card, write to us on WhatsApp',
      fr: 'Vous avez gagné une carte cadeau Atelier Morel, écrivez sur WhatsApp',
    },
    passesOver: { en: 'Atelier Morel made my desk', fr: 'Atelier Morel a fait mon bureau' },
  },
]
