import type { Language } from '#platform/text.ts'

/** A thing the shop sells, in the forms sentences need: French nouns carry their article. */
export interface Piece {
  word: RegExp
  fr: { la: string; cette: string; dela: string }
  en: string
}

const feminine = (noun: string, en: string, word: RegExp): Piece => ({
  word,
  en,
  fr: /^[aeéiouh]/.test(noun)
    ? { la: `l’${noun}`, cette: `cette ${noun}`, dela: `de l’${noun}` }
    : { la: `la ${noun}`, cette: `cette ${noun}`, dela: `de la ${noun}` },
})

const masculine = (noun: string, en: string, word: RegExp): Piece => ({
  word,
  en,
  fr: { la: `le ${noun}`, cette: `ce ${noun}`, dela: `du ${noun}` },
})

const pieces: Piece[] = [
  masculine('canapé', 'sofa', /canap[ée]|sofa/i),
  masculine('fauteuil', 'armchair', /fauteuil|armchair/i),
  masculine('buffet', 'sideboard', /buffet|sideboard/i),
  masculine('bureau', 'desk', /\bbureau|\bdesk\b/i),
  masculine('banc', 'bench', /\bbancs?\b|bench/i),
  masculine('tabouret', 'stool', /tabouret|\bstools?\b/i),
  feminine('commode', 'chest of drawers', /commode|drawers/i),
  feminine('bibliothèque', 'bookcase', /biblioth[èe]que|bookcase/i),
  feminine('étagère', 'shelf', /[ée]tag[èe]re|\bshel(f|ves)/i),
  feminine('lampe', 'lamp', /lampe|\blamps?\b/i),
  feminine('chaise', 'chair', /chaise|\bchairs?\b/i),
  feminine('table', 'table', /\btables?\b/i),
]

const anyPiece: Piece = { ...masculine('modèle', 'piece', /^/), word: /^/ }

/** What a post is about, as far as its words tell. */
export function pieceIn(text: string): Piece {
  return pieces.find((piece) => piece.word.test(text)) ?? anyPiece
}

/** The same woods, in the same order, in both languages. */
const woods: Record<Language, readonly string[]> = {
  fr: ['chêne', 'noyer', 'frêne', 'hêtre', 'merisier'],
  en: ['oak', 'walnut', 'ash', 'beech', 'cherry'],
}

/** The wood a post speaks of, if it names one, in the language asked for. */
export function woodIn(text: string, language: Language): string | undefined {
  const named = woods.fr.findIndex((fr, i) =>
    new RegExp(`(?<!\\p{L})(${fr}|${woods.en[i]})(?!\\p{L})`, 'iu').test(text),
  )
  return woods[language][named]
}

/** Words that fill the holes of sentences, beside the piece of furniture. */
export const fillings: Record<Language, Record<string, readonly string[]>> = {
  fr: {
    wood: woods.fr,
    city: [
      'Villeurbanne',
      'Grenoble',
      'Saint-Étienne',
      'Annecy',
      'Valence',
      'Mâcon',
      'Dijon',
      'Bron',
    ],
    day: ['samedi', 'vendredi', 'jeudi', 'mercredi', 'en fin de semaine'],
    weeks: ['deux', 'trois', 'quatre', 'cinq', 'six'],
    size: ['1,20 m', '1,40 m', '1,60 m', '90 cm', '2 m'],
    order: ['4182', '4207', '4315', '4390', '4451', '4528'],
    someone: ['ma sœur', 'mon père', 'ma colocataire', 'mon copain', 'ma mère', 'notre gardienne'],
  },
  en: {
    wood: woods.en,
    city: ['Geneva', 'Lyon', 'Annecy', 'Brussels', 'Bristol', 'Leeds'],
    day: ['Saturday', 'Friday', 'Thursday', 'next week'],
    weeks: ['two', 'three', 'four', 'five', 'six'],
    size: ['1.2 m', '1.4 m', '1.6 m', '90 cm', '2 m'],
    order: ['4182', '4207', '4315', '4390', '4451', '4528'],
    someone: ['my sister', 'my dad', 'my flatmate', 'my partner', 'my mum'],
  },
}
