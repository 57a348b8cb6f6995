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
import { idIn, settingsOf } from './account.ts'
import { callAs, network } from './api.ts'
import { confirm } from './confirm.ts'
import { paramsOf } from './content.ts'
import { manifest } from './manifest.ts'
import { messageSchema, publishedOf } from './message.ts'
import { text as rules } from './text.ts'
import { upload } from './upload.ts'

export const publish: Publish = { publish: send, confirm, remove, idIn }

const textMax = manifest.text?.max.value ?? 0
const imagesMax = manifest.images?.max.value ?? 0
const imageMaxBytes = manifest.images?.maxBytes.value ?? 0

async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(outgoing)
  if (refused) return refused
  const fileIds: string[] = []
  for (const image of outgoing.images) {
    const uploaded = await upload(tools, account, image)
    if (!uploaded.ok) return uploaded
    fileIds.push(uploaded.value)
  }
  const params = paramsOf(account, outgoing, fileIds)
  const request = { method: 'chat.postMessage', params, publishes: true }
  const made = await callAs(tools, account, request, z.object({ message: messageSchema }))
  if (made.ok) return done(publishedOf(account, made.value.message))
  // A file may still be unknown where messages are checked: nothing was posted.
  const isEarly = made.failure.detail === 'invalid_blocks' && fileIds.length > 0
  return isEarly ? failed({ kind: 'transient', detail: made.failure.detail }) : made
}

/** What Slack would refuse or break up, seen before anything is sent. */
function refuse({ text, images, video, poll }: Outgoing) {
  if (text.trim() === '' && images.length === 0) return rejected('text', emptyPost(network))
  if (rules.count(text) > textMax) return rejected('text', tooLong(network, textMax))
  const media = refuseImages(network, { max: imagesMax, maxBytes: imageMaxBytes }, images)
  if (media) return media
  return video || poll ? rejected(video ? 'video' : 'poll', notCarried) : null
}

async function remove(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<null>> {
  const params = { channel: settingsOf(account).channelId, ts: remoteId }
  const removed = await callAs(tools, account, { method: 'chat.delete', params }, z.object({}))
  return removed.ok || removed.failure.detail === 'message_not_found' ? done(null) : removed
}

const notCarried = {
  en: 'Vigie sends text and images to Slack, neither videos nor polls.',
  fr: 'Vigie envoie du texte et des images à Slack, ni vidéos ni sondages.',
}
