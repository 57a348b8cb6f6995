import type { Account, Connector, Outgoing, Poll } from '#connectors/_contract/connector.ts'
import { refuseForm } from '#connectors/_contract/forms.ts'
import {
  emptyPost,
  imageRefused,
  imageTooHeavy,
  needsMedia,
  rejected,
  tooLong,
  tooManyImages,
  videoOrImages,
  videoTooHeavy,
} from '#connectors/_contract/refusals.ts'
import { settingsOf } from './limits.ts'
import { noVideo, pollOrMedia, wrongPoll } from './refusals.ts'
import { text as rules } from './text.ts'

/** What a network takes, and what it is called in the sentence that refuses the rest. */
interface Takes {
  network: string
  count: (text: string) => number
  textMax: number
  /** Of what answers. */
  answerMax: number
  images: { max: number; maxBytes: number; types?: readonly string[] }
  /** Null: it takes none. */
  video: { maxBytes: number } | null
  needsMedia: boolean
  /** Absent: whoever is asked says it. */
  poll?: Connector['manifest']['poll']
  forms?: Connector['manifest']['forms']
  answeredThere?: Connector['manifest']['answeredThere']
}

export type TakesOf = (account: Account) => Takes

/** What a place of the practice network's own takes. */
export const takenHere: TakesOf = (account) => {
  const { network, textMax, imagesMax } = settingsOf(account)
  return {
    network,
    count: rules.count,
    textMax,
    answerMax: textMax,
    images: { max: imagesMax, maxBytes: 8_000_000 },
    video: { maxBytes: 20_000_000 },
    needsMedia: false,
  }
}

/** What another network takes, read off its manifest. @param manifest that of the twin, @param network the real one */
export function takenBy(manifest: Connector['manifest'], { text, manifest: real }: Connector) {
  const { images, video, poll } = manifest
  const textMax = manifest.text?.max.value ?? 0
  const takes: Takes = {
    network: real.name,
    count: text.count,
    textMax,
    answerMax: manifest.text?.answerMax?.value ?? textMax,
    images: images
      ? { max: images.max.value, maxBytes: images.maxBytes.value, types: images.types }
      : { max: 0, maxBytes: 0 },
    video: video ? { maxBytes: video.maxBytes.value } : null,
    needsMedia: manifest.needsMedia,
    poll,
    forms: manifest.forms,
    answeredThere: manifest.answeredThere,
  }
  return () => takes
}

/** What the network would refuse, seen before anything is sent; null when it takes it. */
export function refuse(takes: Takes, outgoing: Outgoing) {
  const { text } = outgoing
  const { network } = takes
  const textMax = outgoing.replyTo ? takes.answerMax : takes.textMax
  if (outgoing.replyTo && takes.answeredThere) return rejected('text', takes.answeredThere)
  const shows = outgoing.images.length > 0 || outgoing.video !== undefined
  if (text.trim() === '' && !shows) return rejected('text', emptyPost(network))
  if (takes.count(text) > textMax) return rejected('text', tooLong(network, textMax))
  if (takes.needsMedia && !shows && !outgoing.replyTo)
    return rejected('images', needsMedia(network))
  const { forms = [] } = takes
  return (
    refuseForm(network, { forms }, outgoing) ??
    refuseImages(takes, outgoing) ??
    refuseVideo(takes, outgoing) ??
    refusePoll(takes, outgoing)
  )
}

function refuseImages({ network, images: { max, maxBytes, types } }: Takes, { images }: Outgoing) {
  if (images.length > max) return rejected('images', tooManyImages(network, max))
  if (types && images.some(({ type }) => !types.includes(type)))
    return rejected('images', imageRefused(network))
  if (images.some(({ bytes }) => bytes.length > maxBytes))
    return rejected('images', imageTooHeavy(network, maxBytes))
  return null
}

function refuseVideo({ network, video: takes }: Takes, { images, video }: Outgoing) {
  if (!video) return null
  if (!takes) return rejected('video', noVideo(network))
  if (images.length > 0) return rejected('video', videoOrImages(network))
  if (video.file.size > takes.maxBytes)
    return rejected('video', videoTooHeavy(network, takes.maxBytes))
  return null
}

function refusePoll({ network, count, poll: takes }: Takes, { poll, images, video }: Outgoing) {
  if (!poll || !takes) return null
  if (!takes.withImages && (images.length > 0 || video))
    return rejected('poll', pollOrMedia(network))
  return fits(poll, takes, count) ? null : rejected('poll', wrongPoll(network))
}

function fits(
  { choices, minutes, multiple }: Poll,
  takes: NonNullable<Takes['poll']>,
  count: Takes['count'],
): boolean {
  return (
    choices.length >= 2 &&
    choices.length <= takes.choicesMax.value &&
    choices.every((one) => one.trim() !== '' && count(one) <= takes.choiceLength.value) &&
    new Set(choices).size === choices.length &&
    minutes >= takes.minutesMin.value &&
    minutes <= takes.minutesMax.value &&
    (takes.multiple || !multiple)
  )
}
