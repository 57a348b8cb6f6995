/** What keeps a page from being shown as a card. */
export type CardTrouble = 'unreachable' | 'private' | 'refused' | 'no-page' | 'too-heavy'

/** What is wrong with the picture a page names. */
export type PictureTrouble = 'none' | 'unreachable' | 'unusable' | 'small'

export interface CardPicture {
  sha256: string
  type: string
  width: number
  height: number
}

/** What a page says of itself for those who link to it. */
export interface Card {
  title: string
  description: string
  siteName: string
  /** Ours to show: fetched, cleaned, made small. */
  picture: CardPicture | null
  pictureTrouble: PictureTrouble | null
}

/** A link and what was found behind it, when it was last looked at. */
export interface LinkCard {
  url: string
  readAt: Date
  card: Card | null
  trouble: CardTrouble | null
}
