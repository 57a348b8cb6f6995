import type { Text } from '#platform/text.ts'
import type { Picture } from '../model.ts'

/** What each picture shows, for those who do not see it; and the name of its file. */
export const alts: Record<Picture, Text> = {
  table: {
    en: 'Drawing of a long oak table with a vase of leaves on it',
    fr: 'Dessin d’une longue table en chêne, un vase de feuillage posé dessus',
  },
  chair: {
    en: 'Drawing of a chair with a curved back and a cane seat',
    fr: 'Dessin d’une chaise au dossier cintré et à l’assise cannée',
  },
  sofa: {
    en: 'Drawing of a terracotta three-seat sofa with a cream cushion',
    fr: 'Dessin d’un canapé trois places terre cuite, avec un coussin crème',
  },
  shelf: {
    en: 'Drawing of a three-tier shelf filled with coloured books',
    fr: 'Dessin d’une étagère à trois niveaux garnie de livres de couleur',
  },
  lamp: {
    en: 'Drawing of a standing lamp with a brass stem and a warm light',
    fr: 'Dessin d’une lampe sur pied en laiton, à la lumière chaude',
  },
  armchair: {
    en: 'Drawing of a sage green armchair on walnut legs',
    fr: 'Dessin d’un fauteuil vert sauge sur pieds en noyer',
  },
  desk: {
    en: 'Drawing of a small desk with one drawer, a screen and a lamp',
    fr: 'Dessin d’un petit bureau à un tiroir, avec un écran et une lampe',
  },
  bench: {
    en: 'Drawing of a long bench with a folded blanket',
    fr: 'Dessin d’un long banc avec un plaid plié',
  },
  sideboard: {
    en: 'Drawing of a low cherry sideboard with four doors',
    fr: 'Dessin d’un buffet bas en merisier à quatre portes',
  },
  grain: {
    en: 'Drawing of the growth rings of an oak board',
    fr: 'Dessin des cernes d’une planche de chêne',
  },
  fabrics: {
    en: 'Six fabric swatches, from terracotta to cream',
    fr: 'Six échantillons de tissu, de la terre cuite au crème',
  },
  front: {
    en: 'Drawing of a shop front with a striped awning and a table in the window',
    fr: 'Dessin d’une devanture au store rayé, une table en vitrine',
  },
}
