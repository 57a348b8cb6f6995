import { z } from 'zod'
import type {
  Account,
  Outgoing,
  Publish,
  Published,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { emptyPost, rejected, tooLong } from '#connectors/_contract/refusals.ts'
import { refuseImages } from '#connectors/_contract/refuse-media.ts'
import { addressOf, blogPath, idIn } from './account.ts'
import { callAs, network } from './api.ts'
import { confirm } from './confirm.ts'
import { bodyOf } from './content.ts'
import { codePoints, paragraphs, text as rules } from './text.ts'

export const publish: Publish = { publish: send, confirm, remove, idIn }

/** www.tumblr.com/docs/npf#post-content-limits, read 2026-11-25. */
const textMax = 900_000
const paragraphMax = 4096
const paragraphsMax = 900
const linksMax = 100
const imagesMax = 30
const imageMaxBytes = 10_000_000

async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(outgoing)
  if (refused) return refused
  const path = `${blogPath(account)}/posts`
  const request = { path, method: 'POST' as const, ...bodyOf(outgoing), publishes: true }
  const made = await callAs(tools, account, request, z.object({ id: z.string() }))
  if (!made.ok) return made
  const { id } = made.value
  return done({
    remoteId: id,
    url: addressOf(account.handle, id),
    publishedAt: tools.clock.now(),
  })
}

/** What Tumblr would refuse, seen before anything is sent. */
function refuse({ text, images, video, poll, replyTo }: Outgoing) {
  if (text.trim() === '' && images.length === 0) return rejected('text', emptyPost(network))
  if (rules.count(text) > textMax) return rejected('text', tooLong(network, textMax))
  const blocks = paragraphs(text)
  if (blocks.length > paragraphsMax || blocks.some((one) => codePoints(one) > paragraphMax)) {
    return rejected('text', longParagraph)
  }
  if (rules.spans(text).length > linksMax) return rejected('text', manyLinks)
  const media = refuseImages(network, { max: imagesMax, maxBytes: imageMaxBytes }, images)
  if (media) return media
  if (replyTo) return rejected('text', noReplies)
  return video || poll ? rejected(video ? 'video' : 'poll', notCarried) : null
}

async function remove(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<null>> {
  const path = `${blogPath(account)}/post/delete`
  const request = { path, method: 'POST' as const, json: { id: remoteId } }
  const removed = await callAs(tools, account, request, z.unknown())
  return removed.ok || removed.failure.detail.startsWith('404') ? done(null) : removed
}

const longParagraph = {
  en: `A paragraph is longer than the ${paragraphMax} characters that Tumblr accepts, or there are too many: leave empty lines where the text breathes.`,
  fr: `Un paragraphe dépasse les ${paragraphMax} caractères que Tumblr accepte, ou il y en a trop : laissez des lignes vides là où le texte respire.`,
}

const manyLinks = {
  en: `Tumblr accepts ${linksMax} links in one post.`,
  fr: `Tumblr accepte ${linksMax} liens dans une publication.`,
}

const noReplies = {
  en: 'Tumblr lets programs answer nobody: answer on Tumblr.',
  fr: 'Tumblr ne laisse aucun programme répondre : répondez sur Tumblr.',
}

const notCarried = {
  en: 'Vigie sends text and images to Tumblr, neither videos nor polls.',
  fr: 'Vigie envoie du texte et des images à Tumblr, ni vidéos ni sondages.',
}
