import type { ImageRatio } from './manifest.ts'

/** A connected account as a connector sees it. `secrets` never reach a log or a screen. */
export interface Account {
  remoteId: string
  handle: string
  /** Public facts kept at connection: server address, DID, limits read from the instance… */
  settings: Record<string, unknown>
  secrets: Record<string, string>
}

/** Limits of this very account, when the network tells them (a Mastodon instance's own maximum…). */
export interface Limits {
  textMax?: number
  imagesMax?: number
  imageMaxBytes?: number
  imageTypes?: string[]
  altMax?: number
  pollChoicesMax?: number
  /** In the network's own unit of text. */
  pollChoiceLength?: number
  pollMinutesMin?: number
  pollMinutesMax?: number
  imageRatio?: ImageRatio
  /** This account takes nothing without a picture or a video, though others of its network do. */
  needsMedia?: boolean
  videoMaxBytes?: number
  videoTypes?: string[]
  videoMaxSeconds?: number
  videoMaxPixels?: number
  videoMaxFrameRate?: number
}
