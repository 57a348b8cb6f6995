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
import { htmlOf, markOf } from './html.ts'
import { altMax, imageMaxBytes, imagesMax, noAnswers, textMax } from './limits.ts'
import { upload } from './media.ts'
import { checkNewsletter } from './newsletter.ts'
import { checkOptions, optionsOf } from './options.ts'
import { findPost, onePost, type Post, publishedOf } from './post.ts'
import { network } from './site.ts'
import { text as rules } from './text.ts'

export const publish: Publish = { publish: send, confirm, remove }

/**
 * A post is written as a draft, which nobody sees, then put out by its id: doing that twice changes nothing, and its
 * newsletter leaves once. The draft carries the delivery's id, so that one whose answer was lost is found again.
 */
async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(outgoing)
  if (refused) return refused
  const found = await findPost(tools, account, outgoing)
  if (!found.ok) return found
  if (found.value && found.value.status !== 'draft') return done(publishedOf(found.value))
  const { newsletter } = optionsOf(outgoing.options)
  const isThere = await checkNewsletter(tools, account, newsletter)
  if (!isThere.ok) return isThere
  const draft = found.value ? done(found.value) : await writeDraft(tools, account, outgoing)
  return draft.ok ? putOut(tools, account, draft.value, outgoing) : draft
}

async function writeDraft(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Post>> {
  const options = optionsOf(outgoing.options)
  const images = await upload(tools, account, outgoing)
  if (!images.ok) return images
  const { title, body } = titleAndBody(outgoing.text, options.title)
  const [first, ...others] = images.value
  const tags = options.tags
    .map((name) => name.trim().replace(/^#/, ''))
    .filter((name) => name !== '')
  const post = {
    title,
    html: htmlOf(body, others),
    status: 'draft',
    codeinjection_foot: markOf(outgoing.id),
    ...(first ? { feature_image: first.url, feature_image_alt: first.alt } : {}),
    ...(options.excerpt === '' ? {} : { custom_excerpt: options.excerpt }),
    ...(tags.length > 0 ? { tags: tags.map((name) => ({ name })) } : {}),
  }
  const request = {
    path: 'posts/',
    query: { source: 'html' },
    method: 'POST' as const,
    json: { posts: [post] },
  }
  const made = await call(tools, account, request, onePost)
  return made.ok ? single(made.value.posts) : made
}

async function putOut(
  tools: Tools,
  account: Account,
  { id, updated_at }: Post,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const { newsletter } = optionsOf(outgoing.options)
  const query: Record<string, string> = newsletter === '' ? {} : { newsletter }
  const request = {
    path: `posts/${id}/`,
    query,
    method: 'PUT' as const,
    // Ghost refuses what was saved by somebody else since.
    json: { posts: [{ status: 'published', updated_at }] },
    publishes: true,
  }
  const made = await call(tools, account, request, onePost)
  if (!made.ok) return made
  const post = single(made.value.posts)
  return post.ok ? done(publishedOf(post.value)) : post
}

function single(posts: Post[]): Outcome<Post> {
  const [post] = posts
  return post ? done(post) : failed({ kind: 'transient', detail: 'an empty answer' })
}

async function confirm(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  const found = await findPost(tools, account, outgoing)
  if (!found.ok) return found
  const hasLeft = found.value && found.value.status !== 'draft'
  return done(found.value && hasLeft ? publishedOf(found.value) : null)
}

/** What Ghost would refuse, or nobody would want on the site, seen before anything is sent. */
function refuse({ text, images, options, replyTo }: Outgoing) {
  if (replyTo) return rejected('text', noAnswers)
  if (text.trim() === '' && images.length === 0) return rejected('text', emptyPost(network))
  if (rules.count(text) > textMax) return rejected('text', tooLong(network, textMax))
  if (titleAndBody(text, optionsOf(options).title).title === '') return rejected('text', noTitle)
  const [problem] = checkOptions(options)
  if (problem) return rejected(`options.${problem.field}`, problem.reason)
  const media = refuseImages(network, { max: imagesMax, maxBytes: imageMaxBytes }, images)
  if (media) return media
  if ((images[0]?.alt.length ?? 0) > altMax) return rejected('images', altTooLong)
  return null
}

/** For good: Ghost has no trash. A newsletter that left is with its readers. */
async function remove(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<null>> {
  const request = { path: `posts/${encodeURIComponent(remoteId)}/`, method: 'DELETE' as const }
  const gone = await call(tools, account, request, z.unknown())
  const wasGone = !gone.ok && gone.failure.detail.startsWith('404')
  return gone.ok || wasGone ? done(null) : gone
}

const noTitle = {
  en: 'A post of a site needs a title: write a text, whose first line will be it, or give the title.',
  fr: 'Un article a besoin d’un titre : écrivez un texte, dont la première ligne le sera, ou donnez le titre.',
}

const altTooLong = {
  en: `Ghost accepts ${altMax} characters at most for the description of the first image. Shorten it.`,
  fr: `Ghost accepte au plus ${altMax} caractères pour la description de la première image. Raccourcissez-la.`,
}
