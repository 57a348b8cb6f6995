import type {
  Account,
  Outgoing,
  Publish,
  Published,
  Tools,
} from '#connectors/_contract/connector.ts'
import { failed, type Outcome } from '#connectors/_contract/failure.ts'
import { keepLetter, ofLetters } from '#connectors/_contract/letters.ts'
import { emptyPost, rejected, tooLong } from '#connectors/_contract/refusals.ts'
import { refuseImages } from '#connectors/_contract/refuse-media.ts'
import { network } from './account.ts'
import { answer } from './answer.ts'
import { maxImageBytes, maxImages, maxText } from './limits.ts'
import { maxSubject, subjectOf } from './subject.ts'
import { text as rules } from './text.ts'

export const publish: Publish = {
  publish: (tools, account, outgoing) =>
    outgoing.replyTo ? reply(tools, account, outgoing) : send(tools, account, outgoing),
  async confirm(tools, account, outgoing) {
    if (!outgoing.replyTo) return ofLetters.confirm(tools, account, outgoing)
    // A mail server keeps nothing that could be asked for: whether it took an answer, a person must say.
    return failed({ kind: 'unknown-outcome', detail: 'an answer by mail cannot be read back' })
  },
  async remove(tools, account, published) {
    if (published.remoteId.includes('@')) return rejected('text', hasLeft)
    return ofLetters.remove(tools, account, published)
  },
}

async function reply(tools: Tools, account: Account, outgoing: Outgoing) {
  return refuse(outgoing) ?? answer(tools, account, outgoing)
}

/** Writes the letter down for everybody on the list: from then on the desk sees to each of them, once. */
async function send(
  tools: Tools,
  _account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(outgoing)
  if (refused) return refused
  const { subject, body } = subjectOf(outgoing.text, outgoing.options['subject'])
  return keepLetter(tools, outgoing.id, {
    subject,
    text: body,
    images: outgoing.images,
    ...(outgoing.language ? { language: outgoing.language } : {}),
  })
}

function refuse({ text, images, options }: Outgoing) {
  const { subject } = subjectOf(text, options['subject'])
  if (text.trim() === '') return rejected('text', emptyPost(network))
  if (rules.count(text) > maxText) return rejected('text', tooLong(network, maxText))
  if (rules.count(subject) > maxSubject) return rejected('subject', subjectTooLong)
  return refuseImages(network, { max: maxImages, maxBytes: maxImageBytes }, images)
}

const subjectTooLong = {
  en: `The subject is longer than ${maxSubject} characters. Write one apart, or shorten the first line of the text.`,
  fr: `L’objet dépasse ${maxSubject} caractères. Écrivez-le à part, ou raccourcissez la première ligne du texte.`,
}

const hasLeft = {
  en: 'A letter that has left cannot be called back.',
  fr: 'Une lettre partie ne peut plus être rappelée.',
}
