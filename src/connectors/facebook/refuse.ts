import type { Outgoing } from '#connectors/_contract/connector.ts'
import { emptyPost, rejected, tooLong } from '#connectors/_contract/refusals.ts'
import { refuseImages, refuseVideo } from '#connectors/_contract/refuse-media.ts'
import { manifest } from './manifest.ts'
import { network } from './page.ts'
import { text as rules } from './text.ts'

const most = {
  text: manifest.text?.max.value ?? 0,
  /** Of a message on Messenger (messenger-platform/send-messages, read 2026-11-25). */
  message: 2000,
  /** Of a comment, as other publishing tools report: Meta says nothing of it. */
  comment: 8000,
  images: manifest.images?.max.value ?? 0,
  imageBytes: manifest.images?.maxBytes.value ?? 0,
  videoBytes: manifest.video?.maxBytes.value ?? 0,
}

/** What Facebook would refuse, seen before anything is sent; null when it takes it. */
export function refuse({ text, images, video, replyTo }: Outgoing) {
  if (text.trim() === '' && images.length === 0 && !video)
    return rejected('text', emptyPost(network))
  const max = replyTo
    ? most[replyTo.data?.['kind'] === 'message' ? 'message' : 'comment']
    : most.text
  if (rules.count(text) > max) return rejected('text', tooLong(network, max))
  if (replyTo && images.length > 0) return rejected('images', wordsOnly)
  if (replyTo && video) return rejected('video', wordsOnly)
  return (
    refuseImages(network, { max: most.images, maxBytes: most.imageBytes }, images) ??
    refuseVideo(network, most.videoBytes, { images, video })
  )
}

const wordsOnly = {
  en: 'Vigie sends words only in comments and messages on Facebook: take the image or the video off.',
  fr: 'Vigie n’envoie que des mots dans les commentaires et les messages de Facebook : retirez l’image ou la vidéo.',
}
