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
import { refuseImages, refuseVideo } from '#connectors/_contract/refuse-media.ts'
import { limitsIn } from './account.ts'
import { call, isDuplicate, isGone, network } from './api.ts'
import { confirm } from './confirm.ts'
import { uploadImage, uploadVideo } from './media.ts'
import { optionFields } from './options.ts'
import { readPoll, refusePoll } from './poll.ts'
import { publishedOf } from './post.ts'
import { text as rules } from './text.ts'

export const publish: Publish = { publish: send, confirm, remove, readPoll, idIn }

const mostImages = 4
const maxImageBytes = 5_000_000

async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(account, outgoing)
  if (refused) return refused
  const media = await uploadAll(tools, account, outgoing)
  if (!media.ok) return media
  const request = {
    path: '/2/tweets',
    method: 'POST' as const,
    json: bodyOf(outgoing, media.value),
    publishes: true,
  }
  const made = await call(tools, account, request, z.object({ data: z.object({ id: z.string() }) }))
  if (made.ok) return done(publishedOf(account, made.value.data.id))
  if (!isDuplicate(made.failure)) return made
  // An attempt that we took for lost may have arrived: then the same words are ours.
  const found = await confirm(tools, account, outgoing)
  if (!found.ok) return found
  return found.value ? done(found.value) : made
}

/** What X would refuse, seen before anything is sent. */
function refuse(account: Account, outgoing: Outgoing) {
  const { text, images, video } = outgoing
  const limits = limitsIn(account)
  if (text.trim() === '' && images.length === 0 && !video)
    return rejected('text', emptyPost(network))
  if (rules.count(text) > limits.textMax) return rejected('text', tooLong(network, limits.textMax))
  const media =
    refuseImages(network, { max: mostImages, maxBytes: maxImageBytes }, images) ??
    refuseVideo(network, limits.videoMaxBytes, { images, video })
  if (media) return media
  return refusePoll(outgoing)
}

async function uploadAll(
  tools: Tools,
  account: Account,
  { images, video }: Outgoing,
): Promise<Outcome<string[]>> {
  const ids: string[] = []
  for (const image of images) {
    const sent = await uploadImage(tools, account, image)
    if (!sent.ok) return sent
    ids.push(sent.value)
  }
  if (!video) return done(ids)
  const sent = await uploadVideo(tools, account, video)
  return sent.ok ? done([sent.value]) : sent
}

function bodyOf({ text, poll, replyTo, options }: Outgoing, mediaIds: string[]) {
  return {
    text,
    ...(mediaIds.length > 0 ? { media: { media_ids: mediaIds } } : {}),
    ...(poll ? { poll: { options: poll.choices, duration_minutes: poll.minutes } } : {}),
    ...(replyTo ? { reply: { in_reply_to_tweet_id: replyTo.remoteId } } : {}),
    ...optionFields(options),
  }
}

async function remove(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<null>> {
  const path = `/2/tweets/${encodeURIComponent(remoteId)}`
  const answer = await call(tools, account, { path, method: 'DELETE' }, z.unknown())
  return answer.ok || isGone(answer.failure) ? done(null) : answer
}

/** `https://x.com/<name>/status/<id>`, or as it was before: `https://twitter.com/…`. */
function idIn({ handle }: Pick<Account, 'handle'>, { host, pathname }: URL): string | null {
  const [, name = '', id] = /^\/(\w+)\/status\/(\d{1,19})(?:\/|$)/.exec(pathname) ?? []
  const isThere = /^(?:(?:www|mobile)\.)?(?:x|twitter)\.com$/.test(host)
  return id && isThere && name.toLowerCase() === handle.toLowerCase() ? id : null
}
