/** One of the practice networks: each has its own limits, so that one learns that networks differ. */
export interface Flavour {
  id: 'place' | 'vitrine'
  name: string
  /** In graphemes. */
  textMax: number
  imagesMax: number
  /** It shows pictures first: a post without one is refused. */
  imageRequired: boolean
}

export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif']
export const IMAGE_MAX_BYTES = 8_000_000
export const VIDEO_TYPES = ['video/mp4', 'video/webm']
export const VIDEO_MAX_BYTES = 20_000_000
export const ALT_MAX = 1500

export const flavours: Record<Flavour['id'], Flavour> = {
  place: { id: 'place', name: 'Place', textMax: 300, imagesMax: 4, imageRequired: false },
  vitrine: { id: 'vitrine', name: 'Vitrine', textMax: 2200, imagesMax: 10, imageRequired: true },
}

export function flavourOf(id: string): Flavour {
  return id === 'vitrine' ? flavours.vitrine : flavours.place
}

/** How an account is called by others: `atelier.morel` on Place, `atelier.morel@vitrine` elsewhere. */
export function fullHandle(account: { handle: string; flavour: string }): string {
  return account.flavour === 'place' ? account.handle : `${account.handle}@${account.flavour}`
}

/** @returns null when it is nobody's handle on any of the practice networks */
export function readHandle(typed: string): { handle: string; flavour: Flavour['id'] } | null {
  const found = /^@?([a-z0-9][a-z0-9._-]{1,29})(?:@(place|vitrine))?$/.exec(
    typed.trim().toLowerCase(),
  )
  if (!found?.[1]) return null
  return { handle: found[1], flavour: found[2] === 'vitrine' ? 'vitrine' : 'place' }
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Characters as people see them (Unicode UAX #29): the unit in which this network counts. */
export function lengthOf(text: string): number {
  return Array.from(segmenter.segment(text)).length
}
