import type { Text } from '#platform/text.ts'

/** Why something is taken out or changed. */
export interface Cause {
  said: Text
  /** The change alone makes words easier to find. */
  widens?: boolean
  /** What was written stands in the comment at the end. */
  kept?: boolean
}

/** What a change does to all that the query finds. */
export type Effect = 'more' | 'less' | null

/** The cause, and what comes of it. */
export function sentenceOf({ said }: Cause, effect: Effect): Text {
  const then = effect && effects[effect]
  return then ? { en: `${said.en} ${then.en}`, fr: `${said.fr} ${then.fr}` } : said
}

const effects: Readonly<Record<'more' | 'less', Text>> = {
  more: { en: 'The query finds more than it did.', fr: 'La requête trouve davantage.' },
  less: { en: 'The query finds less than it did.', fr: 'La requête trouve moins.' },
}

/** What is still wrong with the whole, for a person to correct. */
export function stillUnreadable(why: Text): Text {
  return {
    en: `This cannot be read yet. ${why.en}`,
    fr: `Ceci ne se lit pas encore. ${why.fr}`,
  }
}

export const noEqual: Cause = {
  said: {
    en: 'This field has no equivalent here. It was taken out and kept as a comment.',
    fr: 'Ce champ n’a pas d’équivalent ici. Il a été retiré et gardé en commentaire.',
  },
  kept: true,
}
export const groupDistance: Cause = {
  said: {
    en: 'A distance after parentheses has no equivalent here. Join the two groups with NEAR/n instead.',
    fr: 'Une distance après des parenthèses n’a pas d’équivalent ici. Reliez plutôt les deux groupes par NEAR/n.',
  },
  widens: true,
  kept: true,
}
export const noStart: Cause = {
  said: {
    en: 'At least two letters stand before a star here. This was taken out and kept as a comment.',
    fr: 'Deux lettres au moins précèdent une étoile ici. Ceci a été retiré et gardé en commentaire.',
  },
  kept: true,
}
export const noJoker: Cause = {
  said: {
    en: 'A field has no wildcard here. It was taken out and kept as a comment.',
    fr: 'Un champ n’a pas de joker ici. Il a été retiré et gardé en commentaire.',
  },
  kept: true,
}
const moved: Text = {
  en: 'The wildcard was moved to the end of the word, where a star stands for any ending.',
  fr: 'Le joker a été porté à la fin du mot, où l’étoile vaut toute terminaison.',
}
export const starInside: Cause = { said: moved, widens: true, kept: true }
export const jokerAtEnd: Cause = { said: moved, widens: true }
export const anywhere: Cause = {
  said: {
    en: 'Looked for in both the title and the text.',
    fr: 'Cherché dans le titre comme dans le texte.',
  },
  widens: true,
}
export const signs: Cause = {
  said: {
    en: 'The spelling is matched exactly; signs such as + are not looked for.',
    fr: 'La graphie est gardée à la lettre ; les signes comme + ne sont pas cherchés.',
  },
}
