import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { emptyPost, rejected, tooLong } from '#connectors/_contract/refusals.ts'
import { refuseImages, refuseVideo } from '#connectors/_contract/refuse-media.ts'
import { anything, call, callForId, escapedUrn, isGone, network } from './api.ts'
import { comment, partsOf, removeComment } from './comment.ts'
import { contentOf } from './content.ts'
import { toLittle } from './little.ts'
import { questionOf, refusePoll } from './poll.ts'
import { text as rules } from './text.ts'

const limits = {
  text: 3000,
  comment: 1250,
  images: 20,
  imageBytes: 5_000_000,
  videoBytes: 500_000_000,
}

/** Publishes for a page or a person; under a post when it answers one. */
export async function sendPost(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(outgoing)
  if (refused) return refused
  if (outgoing.replyTo) return comment(tools, account, outgoing)
  const content = await contentOf(tools, account, outgoing)
  if (!content.ok) return content
  const { visibility, noReshare } = outgoing.options
  const request = {
    path: 'posts',
    method: 'POST' as const,
    json: {
      author: account.remoteId,
      commentary: toLittle(questionOf(outgoing).above),
      visibility: visibility === 'CONNECTIONS' ? visibility : 'PUBLIC',
      distribution: {
        feedDistribution: 'MAIN_FEED',
        targetEntities: [],
        thirdPartyDistributionChannels: [],
      },
      ...(content.value ? { content: content.value } : {}),
      lifecycleState: 'PUBLISHED',
      isReshareDisabledByAuthor: noReshare === true,
    },
    publishes: true,
  }
  const made = await callForId(tools, account, request, anything)
  if (!made.ok) return made
  const urn = made.value.madeId
  if (urn) return done(publishedAs(urn))
  return failed({ kind: 'unknown-outcome', detail: 'LinkedIn gave the post no name' })
}

/** The number in a name holds the instant: milliseconds since 1970, above 22 bits (seen in names of known date). */
const instantIn = (urn: string) => new Date(Number(BigInt(/\d+$/.exec(urn)?.[0] ?? 0) >> 22n))

/** A post by its name alone. */
export function publishedAs(urn: string): Published {
  const url = `https://www.linkedin.com/feed/update/${urn}/`
  return { remoteId: urn, url, publishedAt: instantIn(urn) }
}

/** What LinkedIn would refuse, seen before anything is sent. */
function refuse(outgoing: Outgoing) {
  const { text, images, video, replyTo } = outgoing
  const textMax = replyTo ? limits.comment : limits.text
  if (text.trim() === '' && images.length === 0 && !video)
    return rejected('text', emptyPost(network))
  if (rules.count(text) > textMax) return rejected('text', tooLong(network, textMax))
  if (replyTo && (images.length > 0 || video)) return rejected('images', wordsOnly)
  const media =
    refuseImages(network, { max: limits.images, maxBytes: limits.imageBytes }, images) ??
    refuseVideo(network, limits.videoBytes, { images, video })
  if (media) return media
  return refusePoll(outgoing)
}

export async function removePost(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<null>> {
  const parts = partsOf(remoteId)
  if (parts) return removeComment(tools, account, parts)
  const path = `posts/${escapedUrn(remoteId)}`
  const answer = await call(tools, account, { path, method: 'DELETE' }, anything)
  return answer.ok || isGone(answer.failure) ? done(null) : answer
}

/** `https://www.linkedin.com/feed/update/urn:li:share:123/`; addresses in words hold an activity, which is no post’s name. */
export function idIn(_account: unknown, { host, pathname }: URL): string | null {
  if (!/^(?:www\.)?linkedin\.com$/.test(host)) return null
  const path = decodeURIComponent(pathname)
  return /\/feed\/update\/(urn:li:(?:share|ugcPost):\d+)/.exec(path)?.[1] ?? null
}

const wordsOnly = {
  en: 'LinkedIn takes words alone in a comment: remove the images and the video.',
  fr: 'LinkedIn n’accepte que du texte dans un commentaire : retirez les images et la vidéo.',
}
