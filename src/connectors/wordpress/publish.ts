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
import { refuseImages } from '#connectors/_contract/refuse-media.ts'
import { titleAndBody } from '#connectors/_contract/title-and-body.ts'
import { call } from './api.ts'
import { confirmComment, idOfComment, sendComment } from './comment.ts'
import { writeDraft } from './draft.ts'
import { findPost, type Post, postSchema } from './find-post.ts'
import { imageMaxBytes, imagesMax, textMax } from './limits.ts'
import { optionsOf } from './options.ts'
import { network } from './reply.ts'
import { siteOf } from './site.ts'
import { text as rules } from './text.ts'

export const publish: Publish = { publish: send, confirm, remove, idIn }

/**
 * A post is written as a draft, which nobody sees, then put out by its id: doing that twice changes nothing. The
 * draft carries the delivery's id, so that a draft whose answer was lost is found again rather than written anew.
 */
async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(account, outgoing)
  if (refused) return refused
  if (outgoing.replyTo) return sendComment(tools, account, outgoing, outgoing.replyTo)
  const found = await findPost(tools, account, outgoing)
  if (!found.ok) return found
  if (found.value && found.value.status !== 'draft') return done(publishedOf(found.value))
  const draft = found.value ? done(found.value) : await writeDraft(tools, account, outgoing)
  return draft.ok ? putOut(tools, account, draft.value) : draft
}

async function putOut(tools: Tools, account: Account, draft: Post): Promise<Outcome<Published>> {
  const request = {
    route: `/wp/v2/posts/${draft.id}`,
    method: 'POST' as const,
    json: { status: 'publish' },
    publishes: true,
  }
  const made = await call(tools, account, request, postSchema)
  if (!made.ok) return made
  if (made.value.status === 'publish') return done(publishedOf(made.value))
  const detail = `the site keeps it as ${made.value.status}`
  return failed({ kind: 'rejected', reason: heldBack, detail })
}

async function confirm(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  if (outgoing.replyTo) return confirmComment(tools, account, outgoing, outgoing.replyTo)
  const found = await findPost(tools, account, outgoing)
  if (!found.ok) return found
  const hasLeft = found.value && !['draft', 'pending'].includes(found.value.status)
  return done(found.value && hasLeft ? publishedOf(found.value) : null)
}

const publishedOf = ({ id, link, date_gmt }: Post): Published => ({
  remoteId: String(id),
  url: link,
  publishedAt: new Date(`${date_gmt}Z`),
})

/** What nobody would want on the site, seen before anything is sent. */
function refuse(account: Account, { text, images, options, replyTo }: Outgoing) {
  if (text.trim() === '' && images.length === 0) return rejected('text', emptyPost(network))
  if (rules.count(text) > textMax) return rejected('text', tooLong(network, textMax))
  if (replyTo) return images.length > 0 ? rejected('images', noImagesInComments) : null
  if (titleAndBody(text, optionsOf(options).title).title === '') return rejected('text', noTitle)
  if (images.length > 0 && !siteOf(account).canUpload) return rejected('images', mayNotUpload)
  return refuseImages(network, { max: imagesMax, maxBytes: imageMaxBytes }, images)
}

/** Into the trash, from which the site can take it back; for good where the site has no trash. */
async function remove(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<null>> {
  const comment = idOfComment(remoteId)
  const route = comment ? `/wp/v2/comments/${comment}` : `/wp/v2/posts/${Number(remoteId)}`
  const drop = (query: Record<string, string>) =>
    call(tools, account, { route, query, method: 'DELETE' }, z.unknown())
  const trashed = await drop({})
  const hasNoTrash = !trashed.ok && trashed.failure.detail.startsWith('501')
  const gone = hasNoTrash ? await drop({ force: 'true' }) : trashed
  const wasGone = !gone.ok && /^(404|410)/.test(gone.failure.detail)
  return gone.ok || wasGone ? done(null) : gone
}

/** Only plain addresses carry the id: `https://site.example/?p=12`. */
function idIn(account: Pick<Account, 'settings'>, { host, searchParams }: URL): string | null {
  const id = searchParams.get('p') ?? ''
  return host === new URL(siteOf(account).api).host && /^\d+$/.test(id) ? id : null
}

const noImagesInComments = {
  en: 'A comment of WordPress holds no image: send the text alone.',
  fr: 'Un commentaire WordPress ne contient pas d’image : envoyez le texte seul.',
}

const noTitle = {
  en: 'A post of a site needs a title: write a text, whose first line will be it, or give the title.',
  fr: 'Un article a besoin d’un titre : écrivez un texte, dont la première ligne le sera, ou donnez le titre.',
}

const mayNotUpload = {
  en: 'The role of this account on the site does not allow images. Ask an administrator of the site for the Author or Editor role.',
  fr: 'Le rôle de ce compte sur le site ne permet pas d’envoyer des images. Demandez à un administrateur du site le rôle Auteur ou Éditeur.',
}

const heldBack = {
  en: 'The site keeps the post back for review instead of publishing it. Publish it in WordPress, or ask an administrator to allow this account to.',
  fr: 'Le site retient l’article pour relecture au lieu de le publier. Publiez-le dans WordPress, ou demandez à un administrateur d’y autoriser ce compte.',
}
