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
import { notReachable, rejected } from '#connectors/_contract/refusals.ts'
import { call, network } from './api.ts'
import { confirm } from './confirm.ts'
import { askCreator, type Creator } from './creator.ts'
import { imprintOf, type Kept, type Left, leftBy } from './kept.ts'
import { checkByCreator, optionsOf } from './options.ts'
import { chunkPlan, photoPost, videoPost } from './posts.ts'
import { refuse } from './refuse.ts'
import { deletedByHand, longVideo } from './refusals.ts'
import { untilOut } from './status.ts'
import { sendChunks } from './upload.ts'

export const publish: Publish = {
  publish: send,
  confirm,
  remove: async () => rejected('post', deletedByHand),
  idIn,
}

/** What TikTok has already is only waited for: one delivery is never given to it twice. */
async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(account, outgoing)
  if (refused) return refused
  const left = await leftBy(tools, account, outgoing)
  if (!left.ok) return left
  if (left.value.is === 'given') return untilOut(tools, account, outgoing, left.value.publishId)
  const today = await askCreator(tools, account)
  if (!today.ok) return today
  const unfit = misfit(today.value.creator, outgoing)
  if (unfit) return unfit
  const publishId = outgoing.video
    ? await sendVideo(tools, account, { outgoing, video: outgoing.video, left: left.value })
    : await sendPhotos(tools, account, outgoing)
  if (!publishId.ok) return publishId
  return untilOut(tools, account, outgoing, publishId.value)
}

/** What the account does not take today, as TikTok has just told. */
function misfit(creator: Creator, { options, video }: Outgoing) {
  const [problem] = checkByCreator(optionsOf(options), creator)
  if (problem) return rejected(`options/${problem.field}`, problem.reason)
  const { maxSeconds } = creator
  if (video && maxSeconds && video.seconds > maxSeconds)
    return rejected('video', longVideo(maxSeconds))
  return null
}

const begunSchema = z.object({ publish_id: z.string(), upload_url: z.url() })

/** The address of an upload is good for an hour; a little less, for the clocks. */
const uploadMs = 50 * 60_000

/** Announces a video, writes down under which number, sends it. @returns that number */
async function sendVideo(
  tools: Tools,
  account: Account,
  { outgoing, video, left }: { outgoing: Outgoing; video: Video; left: Left },
): Promise<Outcome<string>> {
  const plan = chunkPlan(video.file.size)
  const json = videoPost(outgoing, plan)
  const of = imprintOf(json)
  const now = tools.clock.now().getTime()
  if (left.is === 'open' && left.of === of && left.until > now && left.from % plan.chunk === 0) {
    const sent = await sendChunks(tools, left.url, video, plan, left.from)
    return sent.ok ? done(left.publishId) : sent
  }
  const request = { path: 'post/publish/video/init/', method: 'POST' as const, json }
  const begun = await call(tools, account, request, begunSchema)
  if (!begun.ok) return begun
  const { publish_id: publishId, upload_url: url } = begun.value
  const kept: Kept = { publishId, upload: { url, of, until: now + uploadMs } }
  await tools.keep?.(kept)
  const sent = await sendChunks(tools, url, video, plan, 0)
  return sent.ok ? done(publishId) : sent
}

/**
 * Asks for photos, which TikTok fetches: the same request names and publishes them. That it is about to be sent is written
 * down first, so that an answer which is lost is never taken for one that was not asked for.
 */
async function sendPhotos(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<string>> {
  const { addressOf } = tools
  if (!addressOf) return rejected('images', notReachable(network))
  const addresses: string[] = []
  for (const image of outgoing.images) addresses.push(await addressOf(image))
  await tools.keep?.({ asked: true } satisfies Kept)
  const request = {
    path: 'post/publish/content/init/',
    method: 'POST' as const,
    json: photoPost(outgoing, addresses),
    publishes: true,
    timeoutMs: 60_000,
  }
  const made = await call(tools, account, request, z.object({ publish_id: z.string() }))
  if (made.ok) {
    await tools.keep?.({ publishId: made.value.publish_id } satisfies Kept)
    return done(made.value.publish_id)
  }
  // A refusal that was heard leaves nothing to look for.
  if (made.failure.kind !== 'unknown-outcome') await tools.keep?.({})
  return made
}

/** `/@handle/video/<number>` or `/photo/<number>`. */
function idIn(_account: unknown, { host, pathname }: URL): string | null {
  if (!/^(?:www\.|m\.)?tiktok\.com$/.test(host)) return null
  return /^\/@[\w.]+\/(?:video|photo)\/(\d+)\/?$/.exec(pathname)?.[1] ?? null
}
