import type { Connector } from '#connectors/_contract/connector.ts'
import type { Channel, ChannelLimits } from '#domain/channels/index.ts'
import type { Crop, Poll } from '../model.ts'
import type { Media } from '../tables.ts'
import type { Finding } from './finding.ts'

/**
 * What becomes of the links: nothing to tell; replaced by short ones that count; left because people could not
 * reach the desk, or because the text would no longer fit.
 */
export type LinkFate = 'plain' | 'counted' | 'no-address' | 'no-room'

/** A video as it is judged: by what its own headers say. */
export type Film = Pick<Media, 'type' | 'bytes' | 'width' | 'height' | 'alt' | 'fileName' | 'video'>

/** One account's version of a post, ready to be judged. */
export interface Copy {
  channel: Pick<Channel, 'state' | 'handle'> & Partial<Pick<Channel, 'settings'>>
  connector: Connector
  limits: ChannelLimits
  /** As it was written. */
  written: string
  /** As it will leave, links replaced. */
  text: string
  images: Pick<Media, 'id' | 'type' | 'alt' | 'animated' | 'fileName' | 'width' | 'height'>[]
  videos: Film[]
  /** By picture: what it is cut to; absent: as it is. */
  crops: Record<string, Crop>
  options: Record<string, unknown>
  links: LinkFate
  poll: Poll | null
  /** The parts of its thread, then its first comment. */
  following: Following[]
}

/** What leaves after the post, as a reply to what is before it. */
export interface Following extends Pick<Copy, 'written' | 'text' | 'images' | 'videos' | 'links'> {
  /** Where it was written: `thread/<i>` or `firstComment`. */
  field: string
}

export interface Judgement {
  /** In the network's own unit. */
  length: number
  max: number | null
  following: { field: string; length: number; max: number | null }[]
  /** What would be refused. */
  problems: Finding[]
  /** What could be better, or will be changed. */
  advice: Finding[]
}
