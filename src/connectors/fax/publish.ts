import type {
  Account,
  Outgoing,
  Publish,
  Published,
  Tools,
} from '#connectors/_contract/connector.ts'
import type { Outcome } from '#connectors/_contract/failure.ts'
import { keepMessage, ofLetters } from '#connectors/_contract/letters.ts'
import { emptyPost, rejected, tooLong } from '#connectors/_contract/refusals.ts'
import { refuseImages } from '#connectors/_contract/refuse-media.ts'
import { network } from './account.ts'
import { maxImageBytes, maxImages, maxText } from './limits.ts'
import { notPrinted, text as rules } from './text.ts'

export const publish: Publish = { publish: send, ...ofLetters }

/** Writes the fax down for everybody on the list: from then on the desk sees to each of them, once. */
async function send(
  tools: Tools,
  _account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(outgoing)
  if (refused) return refused
  return keepMessage(tools, outgoing)
}

function refuse({ text, images, video, replyTo }: Outgoing) {
  if (replyTo) return rejected('text', noAnswers)
  if (video) return rejected('video', noVideo)
  if (text.trim() === '') return rejected('text', emptyPost(network))
  if (rules.count(text) > maxText) return rejected('text', tooLong(network, maxText))
  const sign = notPrinted(text)
  if (sign) return rejected('text', notInTheFace(sign))
  return refuseImages(network, { max: maxImages, maxBytes: maxImageBytes }, images)
}

const notInTheFace = (sign: string) => ({
  en: `A fax is printed in the letters of western Europe: “${sign}” is not among them.`,
  fr: `Un fax s’imprime avec les lettres d’Europe de l’Ouest : « ${sign} » n’en est pas.`,
})

const noVideo = {
  en: 'A fax shows no video.',
  fr: 'Un fax ne montre pas de vidéo.',
}

const noAnswers = {
  en: 'Nobody is answered by fax from here.',
  fr: 'On ne répond pas par fax d’ici.',
}
