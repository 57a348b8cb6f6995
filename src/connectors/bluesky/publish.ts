import { z } from 'zod'
import type {
  Account,
  Outgoing,
  Publish,
  Published,
  Tools,
  Video,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { emptyPost, rejected, tooLong } from '#connectors/_contract/refusals.ts'
import { refuseImages, refuseVideo } from '#connectors/_contract/refuse-media.ts'
import { postUrl, readUri } from './account.ts'
import { facetsOf } from './facets.ts'
import { recordKey } from './record-key.ts'
import { replyData, replyRefs, strongRef, type StrongRef } from './reply-refs.ts'
import { openSession, type Session } from './session.ts'
import { maxGraphemes, text as rules } from './text.ts'
import { isNamed, maxImageBytes, maxImages, maxVideoBytes, network } from './xrpc.ts'

export const publish: Publish = { publish: send, confirm, remove, idIn }

const collection = 'app.bsky.feed.post'

async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(outgoing)
  if (refused) return refused
  const session = openSession(tools, account)
  const record = await recordOf(tools, session, outgoing)
  if (!record.ok) return record
  const rkey = recordKey(outgoing)
  const call = {
    method: 'com.atproto.repo.createRecord',
    json: { repo: session.did, collection, rkey, record: record.value },
    publishes: true,
  }
  const made = await session.call(call, z.object({ uri: z.string(), cid: z.string() }))
  if (made.ok) return done(published(made.value, record.value))
  if (made.failure.kind !== 'unknown-outcome') return made
  // A name already taken answers 500 (PDS 0.5.35): then an earlier attempt did arrive.
  const there = await confirm(tools, account, outgoing)
  return there.ok && there.value ? done(there.value) : made
}

/** What Bluesky would refuse, seen before anything is sent. */
function refuse({ text, images, video }: Outgoing) {
  if (text.trim() === '' && images.length === 0 && !video)
    return rejected('text', emptyPost(network))
  if (rules.count(text) > maxGraphemes) return rejected('text', tooLong(network, maxGraphemes))
  return (
    refuseImages(network, { max: maxImages, maxBytes: maxImageBytes }, images) ??
    refuseVideo(network, maxVideoBytes, { images, video })
  )
}

/** The record `app.bsky.feed.post` (lexicon, 2026-08-20); uploads its images on the way. */
async function recordOf(tools: Tools, session: Session, outgoing: Outgoing) {
  const facets = await facetsOf(session, outgoing.text)
  if (!facets.ok) return facets
  const reply = outgoing.replyTo ? await replyRefs(session, outgoing.replyTo) : done(undefined)
  if (!reply.ok) return reply
  const embed = await (outgoing.video
    ? videoEmbed(session, outgoing.video)
    : embedOf(session, outgoing))
  if (!embed.ok) return embed
  const langs = languagesOf(outgoing.language)
  return done({
    $type: collection,
    text: outgoing.text,
    createdAt: tools.clock.now().toISOString(),
    ...(facets.value.length > 0 ? { facets: facets.value } : {}),
    ...(reply.value ? { reply: reply.value } : {}),
    ...(embed.value ? { embed: embed.value } : {}),
    ...(langs ? { langs } : {}),
  })
}

/** Pictures, else the card of its link: a record embeds one or the other. */
async function embedOf(session: Session, { images, card }: Outgoing) {
  if (images.length === 0) return card ? cardEmbed(session, card) : done(null)
  const uploaded = []
  for (const image of images) {
    const answer = await uploadBlob(session, image.bytes, image.type, 60_000)
    if (!answer.ok) return answer
    const { alt, width, height } = image
    uploaded.push({ image: answer.value.blob, alt, aspectRatio: { width, height } })
  }
  return done({ $type: 'app.bsky.embed.images', images: uploaded })
}

/** Lexicon `app.bsky.embed.external` (2026-08-20): a thumb of at most 1,000,000 bytes. */
async function cardEmbed(session: Session, card: NonNullable<Outgoing['card']>) {
  const { url: uri, title, description, image } = card
  const external = { uri, title, description }
  if (!image || image.bytes.length > maxThumbBytes)
    return done({ $type: 'app.bsky.embed.external', external })
  const thumb = await uploadBlob(session, image.bytes, image.type, 60_000)
  if (!thumb.ok) return thumb
  const whole = { ...external, thumb: thumb.value.blob }
  return done({ $type: 'app.bsky.embed.external', external: whole })
}

const maxThumbBytes = 1_000_000

/**
 * The simple way of docs.bsky.app/docs/tutorials/video (2026-11-25): the file goes to the account's own server, and the
 * network's video service converts it once it sees the post, some seconds later.
 */
async function videoEmbed(session: Session, { file, type, alt, width, height }: Video) {
  const answer = await uploadBlob(session, file, type, 600_000)
  if (!answer.ok) return answer
  const video = { video: answer.value.blob, alt, aspectRatio: { width, height } }
  return done({ $type: 'app.bsky.embed.video', ...video })
}

function uploadBlob(
  session: Session,
  body: Uint8Array<ArrayBuffer> | Blob,
  type: string,
  timeoutMs: number,
) {
  const headers = { 'content-type': type }
  const call = { method: 'com.atproto.repo.uploadBlob', body, headers, timeoutMs }
  return session.call(call, z.object({ blob: z.looseObject({}) }))
}

/** A tag the network will take (BCP 47), or nothing: a wrong one would have the post refused. */
function languagesOf(language: string | undefined): string[] | undefined {
  try {
    return language ? Intl.getCanonicalLocales(language) : undefined
  } catch {
    return undefined
  }
}

async function confirm(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  const session = openSession(tools, account)
  const params = { repo: session.did, collection, rkey: recordKey(outgoing) }
  const record = z.object({
    uri: z.string(),
    cid: z.string(),
    value: z.object({
      createdAt: z.string(),
      reply: z.object({ root: strongRef }).optional(),
    }),
  })
  const answer = await session.call({ method: 'com.atproto.repo.getRecord', params }, record)
  if (answer.ok) return done(published(answer.value, answer.value.value))
  return isNamed(answer.failure, 'RecordNotFound') ? done(null) : answer
}

interface Made {
  createdAt: string
  reply?: { root: StrongRef } | undefined
}

function published({ uri, cid }: StrongRef, { createdAt, reply }: Made): Published {
  const at = readUri(uri)
  return {
    remoteId: uri,
    url: postUrl(at?.did ?? '', at?.key ?? ''),
    publishedAt: new Date(createdAt),
    // For what follows it in a thread: the network itself may not show it yet when that leaves.
    data: replyData(cid, uri, reply?.root),
  }
}

async function remove(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<null>> {
  const session = openSession(tools, account)
  const rkey = readUri(remoteId)?.key ?? remoteId
  const json = { repo: session.did, collection, rkey }
  // Deleting what is no longer there answers 200 all the same.
  const answer = await session.call({ method: 'com.atproto.repo.deleteRecord', json }, z.unknown())
  return answer.ok ? done(null) : answer
}

/** `https://bsky.app/profile/<did or handle>/post/<key>` */
function idIn(
  { remoteId, handle }: Pick<Account, 'remoteId' | 'handle'>,
  { hostname, pathname }: URL,
) {
  const [, who = '', key] = /^\/profile\/([^/]+)\/post\/([a-z2-7]{13})\/?$/.exec(pathname) ?? []
  const isOurs = who === remoteId || who === handle
  return hostname === 'bsky.app' && isOurs && key ? `at://${remoteId}/${collection}/${key}` : null
}
