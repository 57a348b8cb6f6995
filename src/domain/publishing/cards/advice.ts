import type { Text } from '#platform/text.ts'
import type { CardTrouble, LinkCard } from './card.ts'

/** What to mend on the page so that its card is worth showing, most useful first. */
export function adviceOn({ card, trouble }: LinkCard): Text[] {
  if (trouble) return [TROUBLES[trouble]]
  if (!card) return []
  return [
    ...(card.title ? [] : [noTitle]),
    ...(card.pictureTrouble ? [PICTURES[card.pictureTrouble]] : []),
    ...(card.description ? [] : [noDescription]),
  ]
}

const TROUBLES: Record<CardTrouble, Text> = {
  unreachable: {
    en: 'The page behind the link does not answer: check the address before it leaves.',
    fr: 'La page du lien ne répond pas : vérifiez l’adresse avant qu’elle ne parte.',
  },
  private: {
    en: 'The link leads to an address that is not on the internet: people will not reach it.',
    fr: 'Le lien mène à une adresse qui n’est pas sur internet : personne ne pourra l’ouvrir.',
  },
  refused: {
    en: 'The page behind the link answers with an error: check the address before it leaves.',
    fr: 'La page du lien répond par une erreur : vérifiez l’adresse avant qu’elle ne parte.',
  },
  'no-page': {
    en: 'The link leads to something without a title or a picture: networks will show no card for it.',
    fr: 'Le lien mène à un contenu sans titre ni image : les réseaux n’en montreront pas de carte.',
  },
  'too-heavy': {
    en: 'The page behind the link is over 4 MB: many networks will not read it to make a card.',
    fr: 'La page du lien dépasse 4 Mo : bien des réseaux ne la liront pas pour en faire une carte.',
  },
}

const PICTURES: Record<'none' | 'unreachable' | 'unusable' | 'small', Text> = {
  none: {
    en: 'The page names no picture for its card. Ask whoever keeps the site to add an “og:image” of 1200 × 630 pixels.',
    fr: 'La page n’indique pas d’image pour sa carte. Demandez à la personne qui tient le site d’ajouter une « og:image » de 1200 × 630 pixels.',
  },
  unreachable: {
    en: 'The picture that the page names for its card (“og:image”) does not answer. Its address is to be mended on the site.',
    fr: 'L’image que la page indique pour sa carte (« og:image ») ne répond pas. Son adresse est à corriger sur le site.',
  },
  unusable: {
    en: 'The picture that the page names for its card (“og:image”) cannot be used: JPEG, PNG or WebP under 8 MB are read everywhere.',
    fr: 'L’image que la page indique pour sa carte (« og:image ») est inutilisable : JPEG, PNG ou WebP de moins de 8 Mo se lisent partout.',
  },
  small: {
    en: 'The picture of the card is small: networks may show it as a stamp, or not at all. 1200 × 630 pixels suit them all.',
    fr: 'L’image de la carte est petite : les réseaux la montreront en vignette, ou pas du tout. 1200 × 630 pixels conviennent à tous.',
  },
}

const noTitle: Text = {
  en: 'The page has no title: networks will show its address instead. “og:title” is to be added on the site.',
  fr: 'La page n’a pas de titre : les réseaux montreront son adresse à la place. « og:title » est à ajouter sur le site.',
}

const noDescription: Text = {
  en: 'The page says nothing of itself (“og:description”): a sentence there would stand under the title.',
  fr: 'La page ne se décrit pas (« og:description ») : une phrase y figurerait sous le titre.',
}
