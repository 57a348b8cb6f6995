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
import { idIn, settingsOf, type Thing, thingOf } from './account.ts'
import { callAs, isGone, network } from './api.ts'
import { confirm } from './confirm.ts'
import { maxAlt, maxComment, maxImageBytes, maxText, maxTitle } from './limits.ts'
import { publishedComment, publishedMessage, publishedPost } from './published.ts'
import { asMarkdown } from '#connectors/_contract/markdown.ts'
import { optionsOf, submissionOf } from './submission.ts'
import { text as rules } from './text.ts'
import { upload } from './upload.ts'
import { commentViewSchema, messageViewSchema, postViewSchema } from './views.ts'

export const publish: Publish = { publish: send, confirm, remove, idIn }

async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(outgoing)
  if (refused) return refused
  if (!outgoing.replyTo) return post(tools, account, outgoing)
  const under = thingOf(outgoing.replyTo.remoteId)
  return under ? answer(tools, account, outgoing, under) : rejected('text', notThere)
}

/** What Lemmy would refuse, or lose, seen before anything is sent. */
function refuse({ text, images, video, poll, options, replyTo }: Outgoing) {
  if (text.trim() === '') return rejected('text', emptyPost(network))
  const max = replyTo ? maxComment : maxText
  if (rules.count(text) > max) return rejected('text', tooLong(network, max))
  if (video || poll) return rejected(video ? 'video' : 'poll', notCarried)
  if (replyTo) return images.length > 0 ? rejected('images', wordsOnly) : null
  const media = refuseImages(network, { max: 1, maxBytes: maxImageBytes }, images)
  if (media) return media
  const { title, link } = submissionOf({ text, options })
  if (rules.count(title) > maxTitle) return rejected('title', longTitle)
  const { asLink } = optionsOf(options)
  if (asLink && !link) return rejected('text', noLink)
  return link && images.length > 0 ? rejected('images', linkOrImage) : null
}

async function post(tools: Tools, account: Account, outgoing: Outgoing) {
  const { title, body, link } = submissionOf(outgoing)
  const [image] = outgoing.images
  const picture = image ? await upload(tools, account, image) : done(null)
  if (!picture.ok) return picture
  const url = picture.value ?? link
  const json = {
    name: title,
    community_id: settingsOf(account).communityId,
    nsfw: optionsOf(outgoing.options).nsfw,
    ...(body ? { body } : {}),
    ...(url ? { url } : {}),
    ...(image?.alt ? { alt_text: [...image.alt].slice(0, maxAlt).join('') } : {}),
  }
  const schema = z.object({ post_view: postViewSchema })
  const made = await callAs(tools, account, { path: '/post', json, publishes: true }, schema)
  return made.ok ? done(publishedPost(made.value.post_view)) : made
}

async function answer(
  tools: Tools,
  account: Account,
  { text, replyTo }: Outgoing,
  under: Thing,
): Promise<Outcome<Published>> {
  const content = asMarkdown(text)
  if (under.kind === 'message') {
    const to = z.object({ personId: z.number() }).safeParse(replyTo?.data)
    if (!to.success) return rejected('text', notThere)
    const json = { content, recipient_id: to.data.personId }
    const schema = z.object({ private_message_view: messageViewSchema })
    const asked = { path: '/private_message', json, publishes: true }
    const made = await callAs(tools, account, asked, schema)
    return made.ok ? done(publishedMessage(account, made.value.private_message_view)) : made
  }
  const postId = postOf(under, replyTo?.data)
  if (postId === null) return rejected('text', notThere)
  const parent = under.kind === 'comment' ? { parent_id: under.id } : {}
  const json = { content, post_id: postId, ...parent }
  const schema = z.object({ comment_view: commentViewSchema })
  const made = await callAs(tools, account, { path: '/comment', json, publishes: true }, schema)
  return made.ok ? done(publishedComment(account, made.value.comment_view)) : made
}

function postOf(under: Thing, data: Record<string, unknown> | undefined): number | null {
  if (under.kind === 'post') return under.id
  return z.object({ postId: z.number() }).safeParse(data).data?.postId ?? null
}

const deletions = {
  post: { path: '/post/delete', name: 'post_id' },
  comment: { path: '/comment/delete', name: 'comment_id' },
  message: { path: '/private_message/delete', name: 'private_message_id' },
} as const

async function remove(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<null>> {
  const thing = thingOf(remoteId)
  if (!thing) return done(null)
  const { path, name } = deletions[thing.kind]
  const json = { [name]: thing.id, deleted: true }
  const removed = await callAs(tools, account, { path, json }, z.unknown())
  if (removed.ok || isGone(removed.failure)) return done(null)
  return /couldnt_update|already_deleted/.test(removed.failure.detail) ? done(null) : removed
}

const longTitle = {
  en: `The title is longer than the ${maxTitle} characters that Lemmy accepts: write one in the options, or a short first line.`,
  fr: `Le titre dépasse les ${maxTitle} caractères que Lemmy accepte : écrivez-en un dans les options, ou une première ligne courte.`,
}
const noLink = {
  en: 'There is no link in the text to post.',
  fr: 'Le texte ne contient aucun lien à publier.',
}
const linkOrImage = {
  en: 'A post of Lemmy is a link or an image, not both.',
  fr: 'Une publication Lemmy est un lien ou une image, pas les deux.',
}
const wordsOnly = {
  en: 'Vigie sends comments to Lemmy without images.',
  fr: 'Vigie envoie les commentaires à Lemmy sans image.',
}
const notCarried = {
  en: 'Vigie sends text, links and images to Lemmy, neither videos nor polls.',
  fr: 'Vigie envoie du texte, des liens et des images à Lemmy, ni vidéos ni sondages.',
}
const notThere = {
  en: 'What this answers cannot be found on Lemmy.',
  fr: 'Ce à quoi ceci répond est introuvable sur Lemmy.',
}
