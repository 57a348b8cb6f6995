import type {
  Account,
  Outgoing,
  Publish,
  Published,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { graphemes } from '#connectors/_contract/graphemes.ts'
import { emptyPost, rejected, tooLong } from '#connectors/_contract/refusals.ts'
import { refuseImages, refuseVideo } from '#connectors/_contract/refuse-media.ts'
import { limitsIn, serverOf } from './account.ts'
import { confirm } from './confirm.ts'
import { upload, uploadVideo } from './media.ts'
import { optionsOf, visibilityOf } from './options.ts'
import { pollFields, readPoll, refusePoll } from './poll.ts'
import { remove } from './remove.ts'
import { callAs, network } from './server.ts'
import { publishedOf, statusSchema } from './status.ts'
import { text as rules } from './text.ts'
import { textToSend } from './text-to-send.ts'

export const publish: Publish = { publish: send, confirm, remove, readPoll, idIn }

async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(account, outgoing)
  if (refused) return refused
  const mediaIds: string[] = []
  for (const image of outgoing.images) {
    const uploaded = await upload(tools, account, image)
    if (!uploaded.ok) return uploaded
    mediaIds.push(uploaded.value)
  }
  if (outgoing.video) {
    const uploaded = await uploadVideo(tools, account, outgoing.video)
    if (!uploaded.ok) return uploaded
    mediaIds.push(uploaded.value)
  }
  const request = {
    path: '/api/v1/statuses',
    method: 'POST' as const,
    form: formOf(outgoing, mediaIds),
    // Kept by the server for one hour: beyond that, `confirm` is what prevents a second post.
    headers: { 'idempotency-key': outgoing.id },
    publishes: true,
  }
  const made = await callAs(tools, account, request, statusSchema)
  return made.ok ? done(publishedOf(made.value)) : made
}

/** What the server would refuse, seen before anything is sent. */
function refuse(account: Account, outgoing: Outgoing) {
  const { text, images, video, options } = outgoing
  const limits = limitsIn(account)
  const { spoiler } = optionsOf(options)
  if (text.trim() === '' && images.length === 0 && !video)
    return rejected('text', emptyPost(network))
  if (rules.count(textToSend(outgoing)) + graphemes(spoiler) > limits.textMax) {
    return rejected('text', tooLong(network, limits.textMax))
  }
  const media =
    refuseImages(network, { max: limits.imagesMax, maxBytes: limits.imageMaxBytes }, images) ??
    refuseVideo(network, limits.videoMaxBytes, { images, video })
  if (media) return media
  return refusePoll(account, outgoing)
}

function formOf(outgoing: Outgoing, mediaIds: string[]): [string, string][] {
  const { spoiler } = optionsOf(outgoing.options)
  const form: [string, string][] = [['status', textToSend(outgoing)]]
  form.push(['visibility', visibilityOf(outgoing)])
  if (spoiler !== '') form.push(['spoiler_text', spoiler], ['sensitive', 'true'])
  if (outgoing.language) form.push(['language', outgoing.language.split('-')[0] ?? ''])
  if (outgoing.replyTo) form.push(['in_reply_to_id', outgoing.replyTo.remoteId])
  for (const id of mediaIds) form.push(['media_ids[]', id])
  return [...form, ...pollFields(outgoing)]
}

/** `https://<server>/@<name>/<number>`: the address carries the id on Mastodon; elsewhere nothing tells. */
function idIn(
  account: Pick<Account, 'handle' | 'settings'>,
  { host, pathname }: URL,
): string | null {
  const [, name, id] = /^\/@([^/]+)\/(\d{9,})\/?$/.exec(pathname) ?? []
  const isOurs = account.handle === `${name}@${host}` && host === new URL(serverOf(account)).host
  return id && isOurs ? id : null
}
