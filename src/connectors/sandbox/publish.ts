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
import { call, page, type Post, postSchema, unlessGone } from './api.ts'
import { refuse, takenHere, type TakesOf } from './refuse.ts'

/** @param takesOf what the account may send: the rest is refused before anything leaves */
export function publishWhat(takesOf: TakesOf) {
  return {
    publish: async (tools, account, outgoing) =>
      refuse(takesOf(account), outgoing) ?? send(tools, account, outgoing),
    confirm,
    remove,
    readPoll,
    idIn,
  } satisfies Publish
}

export const publish: Publish = publishWhat(takenHere)

async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
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
