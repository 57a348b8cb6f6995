import type { Selectable } from 'kysely'
import type { Limits } from '#connectors/_contract/connector.ts'
import type { ImageRatio, Manifest } from '#connectors/_contract/manifest.ts'
import type { ChannelsTables } from './tables.ts'

/** A connected account, as the other modules may see it. */
export type Channel = Selectable<ChannelsTables['channels']>

/** What one account may carry. `null`: the network sets no limit that we know of. */
export interface ChannelLimits {
  textMax: number | null
  /** Of what answers, and of a comment. */
  answerMax: number | null
  imagesMax: number
  imageMaxBytes: number | null
  imageTypes: string[]
  imageMaxPixels: number | null
  altMax: number | null
  poll: PollLimits | null
  /** The ratio in which it shows pictures, whatever theirs is. */
  imageRatio: ImageRatio | null
  /** It takes nothing without a picture or a video. */
  needsMedia: boolean
  video: VideoLimits | null
}

export interface PollLimits {
  choicesMax: number
  /** In the network's own unit of text. */
  choiceLength: number
  minutesMin: number
  minutesMax: number
  multiple: boolean
  withImages: boolean
}

/** What one account takes of a video; null: no limit that we know of. */
export interface VideoLimits {
  maxBytes: number
  types: string[]
  maxSeconds: number | null
  codecs: string[] | null
  maxPixels: number | null
  maxFrameRate: number | null
  ratio: { min: number; max: number } | null
}

/** The network's own word for this account wins over the manifest. */
export function limitsFrom(manifest: Manifest, told: Limits = {}): ChannelLimits {
  const { text, images } = manifest
  const textMax = told.textMax ?? text?.max.value ?? null
  return {
    textMax,
    answerMax: text?.answerMax?.value ?? textMax,
    imagesMax: told.imagesMax ?? images?.max.value ?? 0,
    imageMaxBytes: told.imageMaxBytes ?? images?.maxBytes.value ?? null,
    imageTypes: told.imageTypes ?? images?.types ?? [],
    imageMaxPixels: images?.maxPixels?.value ?? null,
    altMax: told.altMax ?? images?.maxAltLength?.value ?? null,
    needsMedia: told.needsMedia ?? manifest.needsMedia,
    imageRatio: told.imageRatio ?? images?.shownAt?.value ?? null,
    poll: pollLimits(manifest, told),
    video: videoLimits(manifest, told),
  }
}

function pollLimits({ poll }: Manifest, told: Limits): PollLimits | null {
  if (!poll) return null
  return {
    choicesMax: told.pollChoicesMax ?? poll.choicesMax.value,
    choiceLength: told.pollChoiceLength ?? poll.choiceLength.value,
    minutesMin: told.pollMinutesMin ?? poll.minutesMin.value,
    minutesMax: told.pollMinutesMax ?? poll.minutesMax.value,
    multiple: poll.multiple,
    withImages: poll.withImages,
  }
}

function videoLimits({ video }: Manifest, told: Limits): VideoLimits | null {
  if (!video) return null
  return {
    maxBytes: told.videoMaxBytes ?? video.maxBytes.value,
    types: told.videoTypes ?? video.types,
    maxSeconds: told.videoMaxSeconds ?? video.maxSeconds?.value ?? null,
    codecs: video.codecs ?? null,
    maxPixels: told.videoMaxPixels ?? video.maxPixels?.value ?? null,
    maxFrameRate: told.videoMaxFrameRate ?? video.maxFrameRate?.value ?? null,
    ratio: video.ratio ?? null,
  }
}
