import type { Text } from '#platform/text.ts'

export const notAnAddress: Text = {
  en: 'Give the address of a page, for instance https://forum.example/menuiserie.',
  fr: 'Donnez l’adresse d’une page, par exemple https://forum.example/menuiserie.',
}

export const keptOut: Text = {
  en: 'This site asks programs not to read this page (robots.txt). Ask its owner, or look for a feed.',
  fr: 'Ce site demande aux programmes de ne pas lire cette page (robots.txt). Demandez à son propriétaire, ou cherchez un flux.',
}

export const notAPage: Text = {
  en: 'What stands at this address is no web page.',
  fr: 'Ce qui se trouve à cette adresse n’est pas une page web.',
}

export const nothingToRead: Text = {
  en: 'There is no text to read in this page: it may draw itself by script.',
  fr: 'Il n’y a pas de texte à lire dans cette page : elle se dessine peut-être par script.',
}

export const nothingThere: Text = {
  en: 'There is nothing at this address any more.',
  fr: 'Il n’y a plus rien à cette adresse.',
}

export const closed: Text = {
  en: 'This page is closed: it asks for a password, or refuses programs.',
  fr: 'Cette page est fermée : elle demande un mot de passe, ou refuse les programmes.',
}

/** @param maxBytes limit in bytes */
export const tooLarge = (maxBytes: number): Text => ({
  en: `This page is larger than ${maxBytes / 1_000_000} MB, which is more than Vigie reads.`,
  fr: `Cette page dépasse ${maxBytes / 1_000_000} Mo, soit plus que Vigie n’en lit.`,
})
