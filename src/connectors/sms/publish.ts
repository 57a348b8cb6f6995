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
import { network } from './account.ts'
import { maxText } from './limits.ts'
import { text as rules } from './text.ts'

export const publish: Publish = { publish: send, ...ofLetters }

/** Writes the message down for everybody on the list: from then on the desk sees to each of them, once. */
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
  if (images.length > 0 || video) return rejected('images', noPictures)
  if (text.trim() === '') return rejected('text', emptyPost(network))
  if (rules.count(text) > maxText) return rejected('text', tooLong(network, maxText))
  return null
}

const noPictures = {
  en: 'A text message carries no picture: put a link to it in the text.',
  fr: 'Un SMS ne porte pas d’image : mettez un lien dans le texte.',
}

const noAnswers = {
  en: 'A text message cannot be answered from here: write to the person from your telephone.',
  fr: 'On ne répond pas à un SMS d’ici : écrivez à la personne depuis votre téléphone.',
}
