import type { Account, Outgoing } from '#connectors/_contract/connector.ts'
import {
  imageTooHeavy,
  needsMedia,
  rejected,
  tooLong,
  tooManyImages,
  videoOrImages,
  videoTooHeavy,
} from '#connectors/_contract/refusals.ts'
import { network } from './api.ts'
import { limits } from './limits.ts'
import { checkOptions } from './options.ts'
import { fileRefused, noAnswers } from './refusals.ts'
import { text as rules } from './text.ts'

/** What TikTok would refuse, seen before anything is sent; null when it takes it. */
export function refuse(account: Account, { text, images, video, options, replyTo }: Outgoing) {
  if (replyTo) return rejected('text', noAnswers)
  if (images.length === 0 && !video) return rejected('images', needsMedia(network))
  if (rules.count(text) > limits.text) return rejected('text', tooLong(network, limits.text))
  if (video && images.length > 0) return rejected('video', videoOrImages(network))
  if (video && video.file.size > limits.videoBytes)
    return rejected('video', videoTooHeavy(network, limits.videoBytes))
  if (images.length > limits.images)
    return rejected('images', tooManyImages(network, limits.images))
  if (images.some(({ bytes }) => bytes.length > limits.imageBytes))
    return rejected('images', imageTooHeavy(network, limits.imageBytes))
  if (images.some(({ type }) => !limits.imageTypes.includes(type)))
    return rejected('images', fileRefused)
  const [problem] = checkOptions(options, account)
  return problem ? rejected(`options/${problem.field}`, problem.reason) : null
}
