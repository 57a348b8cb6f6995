import { z } from 'zod'
import type {
  Account,
  Outgoing,
  PollTally,
  Publish,
  Published,
  Tools,
  Video,
} from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import {
  emptyPost,
  imageTooHeavy,
  tooLong,
  tooManyImages,
  videoOrImages,
  videoTooHeavy,
} from '#connectors/_contract/refusals.ts'
import { call, page, type Post, postSchema, unlessGone } from './api.ts'
import { settingsOf } from './limits.ts'
import { text as rules } from './text.ts'

export const publish: Publish = { publish: send, confirm, remove, readPoll, idIn }

const maxImageBytes = 8_000_000
const maxVideoBytes = 20_000_000

async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(account, outgoing)
  if (refused) return refused
  const images = await (outgoing.video
    ? uploadVideo(tools, account, outgoing.video)
    : upload(tools, account, outgoing))
  if (!images.ok) return images
  const { id, text, language, replyTo, poll } = outgoing
  const answer = await call(
    tools,
    account,
    {
      path: '/posts',
      method: 'POST',
      headers: { 'idempotency-key': id },
      json: {
        text,
        images: images.value,
        ...(language ? { language } : {}),
        ...(replyTo ? { replyTo: replyTo.remoteId } : {}),
        ...(poll ? { poll: { ...poll } } : {}),
      },
      publishes: true,
    },
    postSchema,
  )
  return answer.ok ? done(published(answer.value)) : answer
}

/** What the network would refuse, seen before anything is sent. */
function refuse(account: Account, { text, images, video }: Outgoing) {
  const { network, textMax, imagesMax } = settingsOf(account)
  const rejected = (field: string, reason: ReturnType<typeof emptyPost>) =>
    failed({ kind: 'rejected', field, reason, detail: reason.en })
  if (text.trim() === '' && images.length === 0 && !video)
    return rejected('text', emptyPost(network))
  if (rules.count(text) > textMax) return rejected('text', tooLong(network, textMax))
  if (images.length > imagesMax) return rejected('images', tooManyImages(network, imagesMax))
  if (images.some((image) => image.bytes.length > maxImageBytes)) {
    return rejected('images', imageTooHeavy(network, maxImageBytes))
  }
  if (video && images.length > 0) return rejected('video', videoOrImages(network))
  if (video && video.file.size > maxVideoBytes) {
    return rejected('video', videoTooHeavy(network, maxVideoBytes))
  }
  return null
}

async function upload(tools: Tools, account: Account, { images }: Outgoing) {
  const uploaded: { id: string; alt: string }[] = []
  for (const { bytes, type, alt } of images) {
    const request = {
      path: '/media',
      method: 'POST' as const,
      body: bytes,
      headers: { 'content-type': type },
    }
    const answer = await call(
      tools,
      account,
      { ...request, timeoutMs: 60_000 },
      z.object({ id: z.string() }),
    )
    if (!answer.ok) return answer
    uploaded.push({ id: answer.value.id, alt })
  }
  return done(uploaded)
}

/** A video lies among the images of a post, alone; the network has nothing that measures one. */
async function uploadVideo(tools: Tools, account: Account, video: Video) {
  const { file, type, width, height, alt } = video
  const request = {
    path: '/media',
    method: 'POST' as const,
    query: { width: String(width), height: String(height) },
    body: file,
    headers: { 'content-type': type },
    timeoutMs: 60_000,
  }
  const answer = await call(tools, account, request, z.object({ id: z.string() }))
  return answer.ok ? done([{ id: answer.value.id, alt }]) : answer
}

const PAGES = 10
/** How far the network’s clock may be behind ours. */
const CLOCK_GAP_MS = 5 * 60_000

/**
 * Reads the account's latest posts back to before this delivery was planned. Where the network honours keys
 * it repeats them, and the key decides; else the words, what they answer and the number of images do.
 */
async function confirm(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  const since = outgoing.plannedAt.getTime() - CLOCK_GAP_MS
  let older: string | undefined
  for (let n = 0; n < PAGES; n++) {
    const answer = await page(tools, account, '/posts', {}, older)
    if (!answer.ok) return answer
    const { items } = answer.value
    const recent = items.filter((post) => Date.parse(post.at) >= since)
    const found = recent.find((post) => isOurs(post, outgoing))
    if (found) return done(published(found))
    older = answer.value.older
    if (!older || recent.length < items.length) return done(null)
  }
  // Too much was posted since: we have not seen all of it, so we cannot say that it did not leave.
  return failed({
    kind: 'unknown-outcome',
    detail: 'the account has posted too much to be read back',
  })
}

function isOurs(post: Post, { id, text, images, video, replyTo }: Outgoing): boolean {
  if (post.key !== undefined) return post.key === id
  return (
    post.text === text &&
    post.replyTo === (replyTo?.remoteId ?? null) &&
    post.images.length === images.length + (video ? 1 : 0)
  )
}

function published({ id, url, at }: Post): Published {
  return { remoteId: id, url, publishedAt: new Date(at) }
}

async function remove(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<null>> {
  const path = `/posts/${encodeURIComponent(remoteId)}`
  return unlessGone(await call(tools, account, { path, method: 'DELETE' }, z.unknown()))
}

const tallySchema = z.object({
  poll: z.object({
    choices: z.array(z.object({ label: z.string(), votes: z.number() })),
    closesAt: z.iso.datetime(),
    closed: z.boolean(),
  }),
})

async function readPoll(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<PollTally>> {
  const path = `/posts/${encodeURIComponent(remoteId)}`
  const answer = await call(tools, account, { path }, tallySchema)
  if (!answer.ok) return answer
  const { poll } = answer.value
  return done({ ...poll, closesAt: new Date(poll.closesAt) })
}

/** `…/@<handle>/<id>` */
function idIn({ handle }: Pick<Account, 'handle'>, { pathname }: URL): string | null {
  const [, who, id] = /\/@([^/]+)\/([0-9a-f-]{36})\/?$/.exec(decodeURI(pathname)) ?? []
  return who === handle ? (id ?? null) : null
}
