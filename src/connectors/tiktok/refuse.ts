import type { Account, Outgoing } from '#connectors/_contract/connector.ts'
import { needsMedia, rejected, tooLong } from '#connectors/_contract/refusals.ts'
import { refuseImages, refuseVideo } from '#connectors/_contract/refuse-media.ts'
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
  const ofVideo = refuseVideo(network, limits.videoBytes, { images, video })
  if (ofVideo) return ofVideo
  const ofImages = refuseImages(
    network,
    { max: limits.images, maxBytes: limits.imageBytes },
    images,
  )
  if (ofImages) return ofImages
  if (images.some(({ type }) => !limits.imageTypes.includes(type)))
    return rejected('images', fileRefused)
  const [problem] = checkOptions(options, account)
  return problem ? rejected(`options/${problem.field}`, problem.reason) : null
}
