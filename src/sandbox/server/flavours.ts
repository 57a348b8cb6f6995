/** One of the practice networks: each has its own limits, so that one learns that networks differ. */
export interface Flavour {
  id: string
  name: string
  /** In graphemes. */
  textMax: number
  imagesMax: number
  /** It shows pictures first: a post without one is refused. */
  imageRequired: boolean
  poll: PollLimits
}

interface PollLimits {
  choicesMax: number
  choiceLength: number
  minutesMin: number
  minutesMax: number
  multiple: boolean
}

export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif']
export const IMAGE_MAX_BYTES = 8_000_000
export const VIDEO_TYPES = ['video/mp4', 'video/webm']
export const VIDEO_MAX_BYTES = 20_000_000
export const ALT_MAX = 1500

const day = 1440

const ownPoll: PollLimits = {
  choicesMax: 4,
  choiceLength: 40,
  minutesMin: 5,
  minutesMax: 7 * day,
  multiple: false,
}

type OwnFlavour = 'place' | 'vitrine'

const flavours: Record<OwnFlavour, Flavour> = {
  place: {
    id: 'place',
    name: 'Place',
    textMax: 300,
    imagesMax: 4,
    imageRequired: false,
    poll: ownPoll,
  },
  vitrine: {
    id: 'vitrine',
    name: 'Vitrine',
    textMax: 2200,
    imagesMax: 10,
    imageRequired: true,
    poll: ownPoll,
  },
}

/**
 * A place where another network is played: it takes whatever fits in here, and whoever plays refuses what that
 * network would. Its id is that network's.
 */
const played = (id: string): Flavour => ({
  id,
  name: 'Agora',
  textMax: 100_000,
  imagesMax: 20,
  imageRequired: false,
  poll: {
    choicesMax: 20,
    choiceLength: 200,
    minutesMin: 1,
    minutesMax: 60 * day,
    multiple: true,
  },
})

export const isPlayed = (id: string): boolean => !Object.hasOwn(flavours, id)

export function flavourOf(id: string): Flavour {
  return isPlayed(id) ? played(id) : flavours[id as OwnFlavour]
}

/** How an account is called by others: `atelier.morel` on Place, `atelier.morel@vitrine` elsewhere. */
export function fullHandle(account: { handle: string; flavour: string }): string {
  return account.flavour === 'place' ? account.handle : `${account.handle}@${account.flavour}`
}

/** @returns null when it can be nobody's handle, here or where another network is played */
export function readHandle(typed: string): { handle: string; flavour: string } | null {
  const found = /^@?([a-z0-9][a-z0-9._-]{1,29})(?:@([a-z][a-z0-9-]{0,39}))?$/.exec(
    typed.trim().toLowerCase(),
  )
  return found?.[1] ? { handle: found[1], flavour: found[2] ?? 'place' } : null
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Characters as people see them (Unicode UAX #29): the unit in which this network counts. */
export function lengthOf(text: string): number {
  return Array.from(segmenter.segment(text)).length
}
