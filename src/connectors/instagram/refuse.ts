import type { Outgoing } from '#connectors/_contract/connector.ts'
import { formOf, refuseForm } from '#connectors/_contract/forms.ts'
import { emptyPost, needsMedia, rejected, tooLong } from '#connectors/_contract/refusals.ts'
import { refuseImages, refuseVideo } from '#connectors/_contract/refuse-media.ts'
import { network } from './account.ts'
import { manifest } from './manifest.ts'
import { text as rules } from './text.ts'

const most = {
  text: manifest.text?.max.value ?? 0,
  images: manifest.images?.max.value ?? 0,
  imageBytes: manifest.images?.maxBytes.value ?? 0,
  videoBytes: manifest.video?.maxBytes.value ?? 0,
  /** Of a caption (“Maximum 2200 characters, 30 hashtags, and 20 @ tags”, reference/ig-user/media, read 2026-11-25). */
  hashtags: 30,
  mentions: 20,
}

/** What Instagram would refuse, seen before anything is sent; null when it takes it. */
export function refuse(outgoing: Outgoing) {
  const { text, images, video, replyTo } = outgoing
  const shows = images.length > 0 || video !== undefined
  if (text.trim() === '' && !shows) return rejected('text', emptyPost(network))
  if (rules.count(text) > most.text) return rejected('text', tooLong(network, most.text))
  const spans = rules.spans(text)
  const counted = (kind: string) => spans.filter((span) => span.kind === kind).length
  if (counted('hashtag') > most.hashtags || counted('mention') > most.mentions)
    return rejected('text', tooManyTags)
  if (replyTo) return shows ? rejected(video ? 'video' : 'images', wordsOnly) : null
  if (!shows) return rejected('images', needsMedia(network))
  const form = formOf({ forms: manifest.forms ?? [] }, outgoing.options)
  const videoBytes = form?.videoMaxBytes?.value ?? most.videoBytes
  const media =
    refuseImages(network, { max: most.images, maxBytes: most.imageBytes }, images) ??
    refuseVideo(network, videoBytes, { images, video })
  if (media) return media
  return refuseForm(network, { forms: manifest.forms ?? [] }, outgoing)
}

const tooManyTags = {
  en: `Instagram takes ${most.hashtags} hashtags and ${most.mentions} mentions at most: take some off.`,
  fr: `Instagram accepte au plus ${most.hashtags} hashtags et ${most.mentions} mentions : retirez-en.`,
}

const wordsOnly = {
  en: 'A comment on Instagram holds words only: take the image or the video off.',
  fr: 'Un commentaire sur Instagram ne contient que des mots : retirez l’image ou la vidéo.',
}
