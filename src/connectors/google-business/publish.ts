import { z } from 'zod'
import type {
  Account,
  Image,
  Outgoing,
  Publish,
  Published,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { emptyPost, notReachable, rejected, tooLong } from '#connectors/_contract/refusals.ts'
import { refuseImages } from '#connectors/_contract/refuse-media.ts'
import { callGoogle } from '#connectors/_google/call.ts'
import { isGone } from '#connectors/_google/errors.ts'
import { placeOf } from './account.ts'
import { network, posts, service } from './api.ts'
import { findPost } from './find-post.ts'
import { checkOptions, detailsOf, missingLink } from './options.ts'
import { type Post, postSchema, publishedOf } from './post.ts'
import { findReply, reply } from './reply.ts'
import { text as rules } from './text.ts'

export const publish: Publish = { publish: send, confirm, remove }

const limits = { text: 1500, images: 1, imageBytes: 5_000_000 }

async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  if (outgoing.replyTo) return reply(tools, account, outgoing, outgoing.replyTo.remoteId)
  const refused = refuse(tools, outgoing)
  if (refused) return refused
  const { text, language, images } = outgoing
  const json = {
    ...(language ? { languageCode: language } : {}),
    ...(text.trim() === '' ? {} : { summary: text }),
    ...detailsOf(outgoing),
    ...(await mediaOf(tools, images)),
  }
  const url = `${posts}/${placeOf(account)}/localPosts`
  const request = { url, method: 'POST' as const, json, publishes: true, timeoutMs: 60_000 }
  const made = await callGoogle(tools, account, service, request, postSchema)
  return made.ok ? shownOrRefused(tools, account, made.value) : made
}

/** Google comes for the photo by itself. */
async function mediaOf(tools: Tools, [image]: Image[]) {
  if (!image || !tools.addressOf) return {}
  return { media: [{ mediaFormat: 'PHOTO', sourceUrl: await tools.addressOf(image) }] }
}

/** What Google would refuse, seen before anything is sent. */
function refuse(tools: Tools, outgoing: Outgoing) {
  const { text, images, video, options } = outgoing
  if (video) return rejected('video', noVideo)
  if (text.trim() === '' && images.length === 0) return rejected('text', emptyPost(network))
  if (rules.count(text) > limits.text) return rejected('text', tooLong(network, limits.text))
  const media = refuseImages(network, { max: limits.images, maxBytes: limits.imageBytes }, images)
  if (media) return media
  if (images.length > 0 && !tools.addressOf) return rejected('images', notReachable(network))
  const [problem] = checkOptions(options)
  if (problem) return rejected(`options/${problem.field}`, problem.reason)
  const missing = missingLink(outgoing)
  return missing ? rejected('options/link', missing) : null
}

/** Google keeps a post that it refuses, and shows it to nobody. */
function shownOrRefused(tools: Tools, account: Account, post: Post): Outcome<Published> {
  if (post.state !== 'REJECTED') return done(publishedOf(account, post, tools.clock.now()))
  const detail = `${post.name} is rejected by the rules of Google`
  return failed({ kind: 'rejected', reason: againstRules, field: 'text', detail })
}

async function confirm(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  if (outgoing.replyTo) return findReply(tools, account, outgoing, outgoing.replyTo.remoteId)
  const found = await findPost(tools, account, outgoing)
  if (!found.ok) return found
  return found.value ? shownOrRefused(tools, account, found.value) : done(null)
}

/** A post, or the answer to a review: each is deleted by its own name. */
async function remove(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<null>> {
  const request = { url: `${posts}/${remoteId}`, method: 'DELETE' as const }
  const answer = await callGoogle(tools, account, service, request, z.unknown())
  return answer.ok || isGone(answer.failure) ? done(null) : answer
}

const noVideo = {
  en: 'Google Business takes no video in a post: send a photo instead.',
  fr: 'Google Business n’accepte pas de vidéo dans un post : envoyez plutôt une photo.',
}

const againstRules = {
  en: 'Google refused this post by its rules for content, and shows it to nobody. Change its words or its photo: a phone number in the text is a frequent reason.',
  fr: 'Google a refusé ce post d’après ses règles sur les contenus, et ne le montre à personne. Changez ses mots ou sa photo : un numéro de téléphone dans le texte est une cause fréquente.',
}
