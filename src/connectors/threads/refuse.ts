import type { Outgoing } from '#connectors/_contract/connector.ts'
import { emptyPost, rejected, tooLong } from '#connectors/_contract/refusals.ts'
import { refuseImages, refuseVideo } from '#connectors/_contract/refuse-media.ts'
import { network } from './account.ts'
import { tooManyLinks } from './explain.ts'
import { manifest } from './manifest.ts'
import { checkOptions } from './options.ts'
import { text as rules } from './text.ts'

const most = {
  text: manifest.text?.max.value ?? 0,
  images: manifest.images?.max.value ?? 0,
  imageBytes: manifest.images?.maxBytes.value ?? 0,
  videoBytes: manifest.video?.maxBytes.value ?? 0,
  choices: manifest.poll?.choicesMax.value ?? 0,
  choice: manifest.poll?.choiceLength.value ?? 0,
  /** Different ones, in one post (create-posts/text-attachments, read 2026-11-25). */
  links: 5,
}

/** What Threads would refuse, seen before anything is sent; null when it takes it. */
export function refuse(outgoing: Outgoing) {
  const { text, images, video, options } = outgoing
  if (text.trim() === '' && images.length === 0 && !video)
    return rejected('text', emptyPost(network))
  if (rules.count(text) > most.text) return rejected('text', tooLong(network, most.text))
  const links = rules.spans(text).filter(({ kind }) => kind === 'link')
  if (new Set(links.map(({ value }) => value)).size > most.links)
    return rejected('text', tooManyLinks)
  const media =
    refuseImages(network, { max: most.images, maxBytes: most.imageBytes }, images) ??
    refuseVideo(network, most.videoBytes, { images, video })
  if (media) return media
  const [wrong] = checkOptions(options)
  if (wrong) return rejected(wrong.field, wrong.reason)
  return refusePoll(outgoing)
}

function refusePoll({ poll, text, images, video }: Outgoing) {
  if (!poll) return null
  if (images.length > 0 || video) return rejected('poll', pollAlone)
  // Threads shows no poll without words.
  if (text.trim() === '') return rejected('text', emptyPost(network))
  const { choices, multiple } = poll
  const isWrong =
    multiple ||
    choices.length < 2 ||
    choices.length > most.choices ||
    choices.some((choice) => choice.trim() === '' || rules.count(choice) > most.choice)
  return isWrong ? rejected('poll', refusedPoll) : null
}

const pollAlone = {
  en: 'Threads takes a poll with words only: take the image or the video off.',
  fr: 'Threads n’accepte un sondage qu’avec des mots : retirez l’image ou la vidéo.',
}

const refusedPoll = {
  en: `A poll of Threads has 2 to ${most.choices} choices of ${most.choice} characters at most, and one answer.`,
  fr: `Un sondage de Threads a de 2 à ${most.choices} choix de ${most.choice} caractères au plus, et une seule réponse.`,
}
