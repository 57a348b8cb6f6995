import { setTimeout as wait } from 'node:timers/promises'
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
import { idIn, subredditIn, subredditOf } from './account.ts'
import { callAs, network } from './api.ts'
import { confirm } from './confirm.ts'
import { flairId } from './flair.ts'
import { optionsOf } from './options.ts'
import { asMarkdown } from '#connectors/_contract/markdown.ts'
import { submissionOf } from './submission.ts'
import { text as rules } from './text.ts'
import { publishedOf, thingSchema } from './thing.ts'
import { upload } from './upload.ts'

export const publish: Publish = { publish: send, confirm, remove, idIn }

const textMax = 40_000
const commentMax = 10_000
const titleMax = 300
const imageMaxBytes = 10_000_000

function send(tools: Tools, account: Account, outgoing: Outgoing): Promise<Outcome<Published>> {
  const refused = refuse(outgoing)
  if (refused) return Promise.resolve(refused)
  return outgoing.replyTo
    ? comment(tools, account, outgoing, outgoing.replyTo.remoteId)
    : submit(tools, account, outgoing)
}

/** What Reddit would refuse, or lose, seen before anything is sent. */
function refuse(outgoing: Outgoing) {
  const { text, images, video, poll, replyTo } = outgoing
  if (text.trim() === '') return rejected('text', images.length > 0 ? noTitle : emptyPost(network))
  const max = replyTo ? commentMax : textMax
  if (rules.count(text) > max) return rejected('text', tooLong(network, max))
  const media = refuseImages(network, { max: 1, maxBytes: imageMaxBytes }, images)
  if (media) return media
  if (video || poll) return rejected(video ? 'video' : 'poll', notCarried)
  if (replyTo) return images.length > 0 ? rejected('images', wordsOnly) : null
  return refuseSubmission(outgoing)
}

function refuseSubmission(outgoing: Outgoing) {
  const { subreddit, asLink } = optionsOf(outgoing.options)
  if (subreddit !== '' && !subredditIn(subreddit)) return rejected('subreddit', noCommunity)
  const submission = submissionOf(outgoing)
  if (asLink && submission.kind !== 'link') return rejected('text', noLink)
  if (submission.title === '') return rejected('title', noTitle)
  if (rules.count(submission.title) > titleMax) return rejected('title', longTitle)
  return submission.kind !== 'self' && submission.lost !== '' ? rejected('text', noPlace) : null
}

async function submit(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const options = optionsOf(outgoing.options)
  const sr = subredditIn(options.subreddit) ?? subredditOf(account)
  const flair = await flairId(tools, account, sr, options.flair)
  if (!flair.ok) return flair
  const content = await contentOf(tools, account, outgoing)
  if (!content.ok) return content
  const form = {
    api_type: 'json',
    sr,
    ...content.value,
    ...(flair.value ? { flair_id: flair.value } : {}),
    spoiler: String(options.spoiler),
    sendreplies: 'true',
    resubmit: 'true',
  }
  const asked = { path: '/api/submit', form, publishes: true }
  const made = await callAs(tools, account, asked, madeSchema)
  if (!made.ok) return made
  const { name, url } = made.value.json.data
  // Of an image post the answer tells no name: Reddit works on it first.
  if (!name || !url) {
    await tools.keep?.({ accepted: true })
    return readBack(tools, account, outgoing)
  }
  const address = new URL(url, 'https://www.reddit.com').href
  return done({ remoteId: name, url: address, publishedAt: tools.clock.now() })
}

const madeSchema = z.object({
  json: z.object({ data: z.object({ name: z.string().optional(), url: z.string().optional() }) }),
})

async function contentOf(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Record<string, string>>> {
  const submission = submissionOf(outgoing)
  const { kind, title } = submission
  if (kind === 'self') return done({ kind, title, text: asMarkdown(submission.body) })
  if (kind === 'link') return done({ kind, title, url: submission.url })
  const [image] = outgoing.images
  if (!image) throw new Error('cannot happen: an image post has an image')
  const url = await upload(tools, account, image)
  return url.ok ? done({ kind, title, url: url.value }) : url
}

/** Waits between two looks at our own posts, in milliseconds. */
const patience = [0, 500, 1500, 3000, 5000, 10_000]

async function readBack(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  for (const ms of patience) {
    await wait(ms)
    const found = await confirm(tools, account, outgoing)
    if (found.ok && found.value) return done(found.value)
  }
  return failed({ kind: 'unknown-outcome', detail: 'accepted, and not among our posts yet' })
}

async function comment(
  tools: Tools,
  account: Account,
  { text }: Outgoing,
  thing_id: string,
): Promise<Outcome<Published>> {
  const form = { api_type: 'json', thing_id, text: asMarkdown(text) }
  const things = z.array(z.object({ data: thingSchema })).min(1)
  const schema = z.object({ json: z.object({ data: z.object({ things }) }) })
  const made = await callAs(tools, account, { path: '/api/comment', form, publishes: true }, schema)
  if (!made.ok) return made
  const [thing] = made.value.json.data.things
  if (!thing) throw new Error('cannot happen: there is one at least')
  return done(publishedOf(thing.data))
}

/** Reddit says yes, whether it is there or not. */
async function remove(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<null>> {
  const removed = await callAs(
    tools,
    account,
    { path: '/api/del', form: { id: remoteId } },
    z.unknown(),
  )
  return removed.ok ? done(null) : removed
}

const noTitle = {
  en: 'A post of Reddit needs a title: write one in the options, or as the first line.',
  fr: 'Une publication Reddit demande un titre : écrivez-le dans les options, ou sur la première ligne.',
}

const longTitle = {
  en: `The title is longer than the ${titleMax} characters that Reddit accepts: write one in the options, or a short first line.`,
  fr: `Le titre dépasse les ${titleMax} caractères que Reddit accepte : écrivez-en un dans les options, ou une première ligne courte.`,
}

const noPlace = {
  en: 'Under a link or an image Reddit shows a title and no text. Keep one line, and say the rest in a first comment.',
  fr: 'Sous un lien ou une image, Reddit montre un titre et aucun texte. Gardez une ligne, et dites le reste dans un premier commentaire.',
}

const noLink = {
  en: 'There is no link in the text to post.',
  fr: 'Le texte ne contient aucun lien à publier.',
}

const noCommunity = {
  en: 'Write the name of a community, like r/menuiserie.',
  fr: 'Écrivez le nom d’une communauté, comme r/menuiserie.',
}

const wordsOnly = {
  en: 'Vigie sends comments to Reddit without images.',
  fr: 'Vigie envoie les commentaires à Reddit sans image.',
}

const notCarried = {
  en: 'Vigie sends text, links and images to Reddit, neither videos nor polls.',
  fr: 'Vigie envoie du texte, des liens et des images à Reddit, ni vidéos ni sondages.',
}
