import type { Text } from '#platform/text.ts'

export const notAnAddress: Text = {
  en: 'Give the address of a feed or of a page, for instance https://atelier-morel.fr/feed.',
  fr: 'Donnez l’adresse d’un flux ou d’une page, par exemple https://atelier-morel.fr/feed.',
}

export const noFeedHere: Text = {
  en: 'There is no RSS or Atom feed at this address, and the page announces none.',
  fr: 'Il n’y a pas de flux RSS ou Atom à cette adresse, et la page n’en annonce aucun.',
}

export const nothingThere: Text = {
  en: 'There is nothing at this address any more.',
  fr: 'Il n’y a plus rien à cette adresse.',
}

export const closed: Text = {
  en: 'This feed is closed: it asks for a password, or refuses programs.',
  fr: 'Ce flux est fermé : il demande un mot de passe, ou refuse les programmes.',
}

/** @param maxBytes limit in bytes */
export const tooLarge = (maxBytes: number): Text => ({
  en: `This feed is larger than ${maxBytes / 1_000_000} MB, which is more than Vigie reads.`,
  fr: `Ce flux dépasse ${maxBytes / 1_000_000} Mo, soit plus que Vigie n’en lit.`,
})
