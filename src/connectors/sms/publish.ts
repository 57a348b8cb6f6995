import type {
  Account,
  Mailing,
  Outgoing,
  Publish,
  Published,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { emptyPost, rejected, tooLong } from '#connectors/_contract/refusals.ts'
import { network } from './account.ts'
import { maxText } from './limits.ts'
import { text as rules } from './text.ts'

export const publish: Publish = { publish: send, confirm, remove }

/** What the desk shows of a message in its lists. */
const SHOWN = 80

const noLedger = failed({ kind: 'transient', detail: 'this desk keeps no letters' })

/** Writes the message down for everybody on the list: from then on the desk sees to each of them, once. */
async function send(
  tools: Tools,
  _account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(outgoing)
  if (refused) return refused
  if (!tools.mailings) return noLedger
  const mailing = await tools.mailings.open(outgoing.id, {
    subject: [...outgoing.text.replace(/\s+/g, ' ').trim()].slice(0, SHOWN).join(''),
    text: outgoing.text.trim(),
    images: [],
    ...(outgoing.language ? { language: outgoing.language } : {}),
  })
  return mailing.ok ? done(published(mailing.value)) : mailing
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

async function confirm(
  tools: Tools,
  _account: Account,
  { id }: Outgoing,
): Promise<Outcome<Published | null>> {
  if (!tools.mailings) return noLedger
  const mailing = await tools.mailings.find(id)
  return done(mailing && published(mailing))
}

const published = ({ id, url, at }: Mailing): Published => ({ remoteId: id, url, publishedAt: at })

/** Stops the messages that have not left; no gateway calls back one that has. */
async function remove(
  tools: Tools,
  _account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<null>> {
  await tools.mailings?.stop(remoteId)
  return done(null)
}
