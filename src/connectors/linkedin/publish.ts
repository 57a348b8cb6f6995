import type {
  Account,
  Outgoing,
  Publish,
  Published,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import {
  emptyPost,
  imageTooHeavy,
  rejected,
  tooLong,
  tooManyImages,
  videoOrImages,
  videoTooHeavy,
} from '#connectors/_contract/refusals.ts'
import { anything, call, callForId, escapedUrn, isDuplicate, isGone, network } from './api.ts'
import { comment, partsOf, removeComment } from './comment.ts'
import { confirm } from './confirm.ts'
import { contentOf } from './content.ts'
import { toLittle } from './little.ts'
import { questionOf, readPoll, refusePoll } from './poll.ts'
import { text as rules } from './text.ts'

export const publish: Publish = { publish: send, confirm, remove, readPoll, idIn }

export const limits = {
  text: 3000,
  comment: 1250,
  images: 20,
  imageBytes: 5_000_000,
  videoBytes: 500_000_000,
}

async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(outgoing)
  if (refused) return refused
  if (outgoing.replyTo) return comment(tools, account, outgoing)
  const content = await contentOf(tools, account, outgoing)
  if (!content.ok) return content
  const request = {
    path: 'posts',
    method: 'POST' as const,
    json: {
      author: account.remoteId,
      commentary: toLittle(questionOf(outgoing).above),
      visibility: 'PUBLIC',
      distribution: {
        feedDistribution: 'MAIN_FEED',
        targetEntities: [],
        thirdPartyDistributionChannels: [],
      },
      ...(content.value ? { content: content.value } : {}),
      lifecycleState: 'PUBLISHED',
      isReshareDisabledByAuthor: outgoing.options['noReshare'] === true,
    },
    publishes: true,
  }
  const made = await callForId(tools, account, request, anything)
  if (made.ok) return publishedAs(made.value.madeId, tools)
  if (!isDuplicate(made.failure)) return made
  // An attempt that we took for lost may have arrived: then the same post is ours.
  const found = await confirm(tools, account, outgoing)
  if (!found.ok) return found
  return found.value ? done(found.value) : made
}

function publishedAs(urn: string | null, { clock }: Tools): Outcome<Published> {
  if (!urn) return failed({ kind: 'unknown-outcome', detail: 'LinkedIn gave the post no name' })
  return done({ remoteId: urn, url: addressOf(urn), publishedAt: clock.now() })
}

export const addressOf = (urn: string) => `https://www.linkedin.com/feed/update/${urn}/`

/** What LinkedIn would refuse, seen before anything is sent. */
function refuse(outgoing: Outgoing) {
  const { text, images, video, replyTo } = outgoing
  const textMax = replyTo ? limits.comment : limits.text
  if (text.trim() === '' && images.length === 0 && !video)
    return rejected('text', emptyPost(network))
  if (rules.count(text) > textMax) return rejected('text', tooLong(network, textMax))
  if (replyTo && (images.length > 0 || video)) return rejected('images', wordsOnly)
  if (images.length > limits.images)
    return rejected('images', tooManyImages(network, limits.images))
  if (images.some((image) => image.bytes.length > limits.imageBytes)) {
    return rejected('images', imageTooHeavy(network, limits.imageBytes))
  }
  if (video && images.length > 0) return rejected('video', videoOrImages(network))
  if (video && video.file.size > limits.videoBytes) {
    return rejected('video', videoTooHeavy(network, limits.videoBytes))
  }
  return refusePoll(outgoing)
}

async function remove(
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
function idIn(_account: unknown, { host, pathname }: URL): string | null {
  if (!/^(?:www\.)?linkedin\.com$/.test(host)) return null
  const path = decodeURIComponent(pathname)
  return /\/feed\/update\/(urn:li:(?:share|ugcPost):\d+)/.exec(path)?.[1] ?? null
}

const wordsOnly = {
  en: 'LinkedIn takes words alone in a comment: remove the images and the video.',
  fr: 'LinkedIn n’accepte que du texte dans un commentaire : retirez les images et la vidéo.',
}
