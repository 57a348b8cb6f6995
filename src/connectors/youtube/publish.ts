import { z } from 'zod'
import type {
  Account,
  Image,
  Outgoing,
  Publish,
  Published,
  Tools,
  Video,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { emptyPost, rejected, tooLong, videoTooHeavy } from '#connectors/_contract/refusals.ts'
import { callGoogle } from '#connectors/_google/call.ts'
import { isGone } from '#connectors/_google/errors.ts'
import { call, network, service, uploads } from './api.ts'
import { comment, findComment } from './comment.ts'
import { findVideo } from './find-video.ts'
import { checkOptions, hasAngles, noAngles } from './options.ts'
import { text as rules } from './text.ts'
import { beginUpload, finishUpload, type Standing, standingOf } from './upload.ts'
import { isVideo, publishedOf, type Sent, videoFor } from './video.ts'

export const publish: Publish = { publish: send, confirm, remove, idIn }

const limits = { text: 5000, videoBytes: 274_877_906_944, thumbnailBytes: 2_000_000 }

async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  if (outgoing.replyTo) return comment(tools, account, outgoing, outgoing.replyTo)
  const { video } = outgoing
  if (!video || outgoing.images.length > 0) return rejected('images', videoOnly)
  const refused = refuse(outgoing, video)
  if (refused) return refused
  const sent = await upload(tools, account, outgoing, video)
  if (!sent.ok) return sent
  await setThumbnail(tools, account, sent.value.id, video.poster)
  return done(publishedOf(sent.value, tools.clock.now()))
}

/** What YouTube would refuse, seen before anything is sent. */
function refuse({ text, options }: Outgoing, { file }: Video) {
  const [problem] = checkOptions(options)
  if (problem) return rejected(`options/${problem.field}`, problem.reason)
  if (videoFor({ text, options }).snippet.title === '') return rejected('text', emptyPost(network))
  if (hasAngles(text)) return rejected('text', noAngles)
  if (rules.count(text) > limits.text) return rejected('text', tooLong(network, limits.text))
  if (file.size <= limits.videoBytes) return null
  return rejected('video', videoTooHeavy(network, limits.videoBytes))
}

/** An attempt that was cut short goes on where it stood: a second upload would be a second video. */
async function upload(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
  video: Video,
): Promise<Outcome<Sent>> {
  const known = await keptStanding(tools, account, outgoing)
  if (!known.ok) return known
  const { session, standing } = known.value
  if (standing.is === 'finished') return done(standing.video)
  if (standing.is === 'open') {
    return finishUpload(tools, account, session, video, standing.from)
  }
  const begun = await beginUpload(tools, account, video, videoFor(outgoing))
  if (!begun.ok) return begun
  await tools.keep?.({ session: begun.value })
  return finishUpload(tools, account, begun.value, video, 0)
}

const keptSchema = z.object({ session: z.url() })

/** Where the upload of an earlier attempt stands; gone when there was none. */
async function keptStanding(
  tools: Tools,
  account: Account,
  { kept, video }: Outgoing,
): Promise<Outcome<{ session: string; standing: Standing }>> {
  const session = keptSchema.safeParse(kept).data?.session ?? ''
  if (session === '' || !video) return done({ session, standing: { is: 'gone' } })
  const standing = await standingOf(tools, account, session, video.file.size)
  return standing.ok ? done({ session, standing: standing.value }) : standing
}

/** The video has left: that it has no still of ours must not say otherwise. */
async function setThumbnail(
  tools: Tools,
  account: Account,
  videoId: string,
  poster: Image | undefined,
): Promise<void> {
  if (!poster || poster.bytes.length > limits.thumbnailBytes) return
  const request = {
    url: `${uploads}/thumbnails/set`,
    query: { videoId, uploadType: 'media' },
    method: 'POST' as const,
    headers: { 'content-type': poster.type },
    body: poster.bytes,
    timeoutMs: 60_000,
  }
  const set = await callGoogle(tools, account, service, request, z.unknown())
  if (!set.ok) tools.log.warn({ videoId, why: set.failure.detail }, 'YouTube took no thumbnail')
}

async function confirm(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  if (outgoing.replyTo) return findComment(tools, account, outgoing, outgoing.replyTo)
  const known = await keptStanding(tools, account, outgoing)
  if (!known.ok) return known
  const { standing } = known.value
  if (standing.is === 'open') return done(null)
  if (standing.is === 'finished') return done(publishedOf(standing.video, tools.clock.now()))
  return findVideo(tools, account, outgoing)
}

async function remove(
  tools: Tools,
  account: Account,
  { remoteId: id }: { remoteId: string },
): Promise<Outcome<null>> {
  const path = isVideo(id) ? 'videos' : 'comments'
  const request = { path, query: { id }, method: 'DELETE' as const }
  const answer = await call(tools, account, request, z.unknown())
  return answer.ok || isGone(answer.failure) ? done(null) : answer
}

/** `/watch?v=…`, `/shorts/…`, `/live/…`, or the short address. */
function idIn(_account: unknown, { host, pathname, searchParams }: URL): string | null {
  const [, first = '', second = ''] = pathname.split('/')
  const isShort = host === 'youtu.be'
  if (!isShort && !/^(?:www\.|m\.)?youtube\.com$/.test(host)) return null
  const named = ['shorts', 'live', 'embed'].includes(first) ? second : ''
  const id = isShort ? first : first === 'watch' ? (searchParams.get('v') ?? '') : named
  return isVideo(id) ? id : null
}

const videoOnly = {
  en: 'YouTube takes one video and no images: add a video, and take the images out.',
  fr: 'YouTube prend une vidéo et pas d’images : ajoutez une vidéo, et retirez les images.',
}
