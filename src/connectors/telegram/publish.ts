import { z } from 'zod'
import type {
  Account,
  Outgoing,
  Publish,
  Published,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { emptyPost, rejected, tooLong } from '#connectors/_contract/refusals.ts'
import { refuseImages, refuseVideo } from '#connectors/_contract/refuse-media.ts'
import { settingsOf, tokenOf } from './account.ts'
import { call, network } from './bot-api.ts'
import { contentCall } from './content.ts'
import { idIn, placeOf, publishedOf, sentSchema } from './message.ts'
import { optionsOf } from './options.ts'
import { readPoll, refusePoll } from './poll.ts'
import { remove } from './remove.ts'
import { text as rules } from './text.ts'

export const publish: Publish = { publish: send, confirm, remove, readPoll, idIn }

/** core.telegram.org/bots/api, read 2026-11-25. Lengths in UTF-16 units. */
const textMax = 4096
const captionMax = 1024
const imagesMax = 10
const imageMaxBytes = 10_000_000
const videoMaxBytes = 50_000_000

async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(outgoing)
  if (refused) return refused
  const content = contentCall(outgoing)
  const params = { ...whereTo(account, outgoing), ...content.params }
  const many = z.union([sentSchema.transform((one) => [one]), z.array(sentSchema)])
  const request = { ...content, params, publishes: true }
  const sent = await call(tools, tokenOf(account), request, many)
  if (!sent.ok) return sent
  const [first, ...others] = sent.value
  if (!first) return failed({ kind: 'unknown-outcome', detail: 'an album without a message' })
  return done(publishedOf(account, [first, ...others], pollData(outgoing, first.date)))
}

/** An answer goes where what it answers was said: the channel, its discussion group, or one person. */
function whereTo(account: Account, { replyTo, options }: Outgoing): Record<string, unknown> {
  const silent = optionsOf(options).silent ? { disable_notification: true } : {}
  if (!replyTo) return { chat_id: settingsOf(account).chatId, ...silent }
  const { chatId, messageId } = placeOf(replyTo.remoteId)
  return { chat_id: chatId, ...silent, reply_parameters: { message_id: messageId } }
}

function pollData({ poll }: Outgoing, date: number): Record<string, unknown> {
  return poll ? { closesAt: new Date((date + poll.minutes * 60) * 1000).toISOString() } : {}
}

/** What Telegram would refuse, seen before anything is sent. */
function refuse({ text, images, video, poll }: Outgoing) {
  const hasMedia = images.length > 0 || video !== undefined
  if (text.trim() === '' && (!hasMedia || poll)) return rejected('text', emptyPost(network))
  if (rules.count(text) > textMax) return rejected('text', tooLong(network, textMax))
  if (hasMedia && rules.count(text) > captionMax) return rejected('text', longCaption)
  const ofImages = refuseImages(network, { max: imagesMax, maxBytes: imageMaxBytes }, images)
  if (ofImages) return ofImages
  if (images.some(isOddlyShaped)) return rejected('images', oddShape)
  const ofVideo = refuseVideo(network, videoMaxBytes, { images, video })
  if (ofVideo) return ofVideo
  if (poll && hasMedia) return rejected('poll', pollOrMedia)
  return refusePoll(text, poll)
}

const isOddlyShaped = ({ width, height }: { width: number; height: number }) =>
  width + height > 10_000 || Math.max(width, height) > 20 * Math.min(width, height)

/** Bots see no history, and no method takes a key: nobody but a person can know. */
async function confirm(): Promise<Outcome<Published | null>> {
  return failed({ kind: 'unknown-outcome', detail: 'Telegram shows a bot no past message' })
}

const longCaption = {
  en: `Under pictures or a video, Telegram accepts ${captionMax} characters. Shorten the text, or send it without them.`,
  fr: `Sous des images ou une vidéo, Telegram accepte ${captionMax} caractères. Raccourcissez le texte, ou envoyez-le sans elles.`,
}

const oddShape = {
  en: 'An image is too large or too narrow for Telegram: width and height together 10,000 pixels at most, and one at most twenty times the other.',
  fr: 'Une image est trop grande ou trop étroite pour Telegram : largeur et hauteur font ensemble 10 000 pixels au plus, et l’une au plus vingt fois l’autre.',
}

const pollOrMedia = {
  en: 'On Telegram a poll leaves alone, without pictures or video.',
  fr: 'Sur Telegram, un sondage part seul, sans image ni vidéo.',
}
