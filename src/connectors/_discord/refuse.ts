import type { Outgoing } from '#connectors/_contract/connector.ts'
import { emptyPost, rejected, tooLong } from '#connectors/_contract/refusals.ts'
import { refuseImages, refuseVideo } from '#connectors/_contract/refuse-media.ts'
import { refusePoll } from './poll.ts'
import { text as rules } from './text.ts'

const network = 'Discord'
const textMax = 2000
const imagesMax = 10
/** 20 MiB each (docs.discord.com/developers/reference#uploading-files, read 2026-11-25: it was 10 before). */
const fileMaxBytes = 20_971_520
/** 25 MiB the whole request, less what surrounds the files. */
const requestMaxBytes = 26_214_400 - 65_536

/** What Discord would refuse, seen before anything is sent; null when it takes it. */
export function refuse({ text, images, video, poll }: Outgoing) {
  const hasFiles = images.length > 0 || video !== undefined
  if (text.trim() === '' && (!hasFiles || poll)) return rejected('text', emptyPost(network))
  if (rules.count(text) > textMax) return rejected('text', tooLong(network, textMax))
  const ofImages = refuseImages(network, { max: imagesMax, maxBytes: fileMaxBytes }, images)
  if (ofImages) return ofImages
  const together = images.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (together > requestMaxBytes) return rejected('images', heavyTogether)
  const ofVideo = refuseVideo(network, fileMaxBytes, { images, video })
  if (ofVideo) return ofVideo
  if (poll && hasFiles) return rejected('poll', pollOrFiles)
  return refusePoll(text, poll)
}

const heavyTogether = {
  en: 'The images are heavier together than the 25 MB that Discord accepts in one message.',
  fr: 'Les images dépassent ensemble les 25 Mo que Discord accepte dans un message.',
}

const pollOrFiles = {
  en: 'A poll leaves alone, without pictures or video.',
  fr: 'Un sondage part seul, sans image ni vidéo.',
}
