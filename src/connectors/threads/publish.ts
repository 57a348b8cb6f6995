import { z } from 'zod'
import type {
  Account,
  Outgoing,
  Publish,
  Published,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Failure, type Outcome } from '#connectors/_contract/failure.ts'
import { inTwoSteps, roomLeft } from '#connectors/_meta/containers.ts'
import { isGone } from '#connectors/_meta/meaning.ts'
import { callAs, network } from './account.ts'
import { confirm } from './confirm.ts'
import { makeContainer, stateOf } from './container.ts'
import { postFields, postSchema, publishedAs } from './media.ts'
import { readPoll } from './poll.ts'
import { refuse } from './refuse.ts'

export const publish: Publish = { publish: send, confirm, remove, readPoll }

/** A container is made, then published; one container is never published twice. */
async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(outgoing)
  if (refused) return refused
  return inTwoSteps(tools, outgoing, {
    network,
    state: (container) => stateOf(tools, account, container),
    async make() {
      const room = await roomNow(tools, account, outgoing)
      return room.ok ? makeContainer(tools, account, outgoing) : room
    },
    refused: unread(outgoing),
    publish: (container) => publishContainer(tools, account, container),
    readBack: () => confirm(tools, account, outgoing),
  })
}

const quota = z.object({ quota_total: z.number() }).optional()

const limitSchema = z.object({
  data: z.array(
    z.object({
      quota_usage: z.number().default(0),
      config: quota,
      reply_quota_usage: z.number().default(0),
      reply_config: quota,
    }),
  ),
})

/** What the account used of its posts, or of its replies, in 24 hours; those of other apps count too. */
async function roomNow(
  tools: Tools,
  account: Account,
  { replyTo }: Outgoing,
): Promise<Outcome<null>> {
  const path = `/${account.remoteId}/threads_publishing_limit`
  const fields = replyTo ? 'reply_quota_usage,reply_config' : 'quota_usage,config'
  const limit = await callAs(tools, account, { path, query: { fields } }, limitSchema)
  if (!limit.ok) return limit
  const [used] = limit.value.data
  const config = replyTo ? used?.reply_config : used?.config
  const usage = (replyTo ? used?.reply_quota_usage : used?.quota_usage) ?? 0
  return roomLeft(tools, config && { usage, total: config.quota_total })
}

async function publishContainer(
  tools: Tools,
  account: Account,
  container: string,
): Promise<Outcome<Published>> {
  const path = `/${account.remoteId}/threads_publish`
  const form = { creation_id: container }
  const call = { path, method: 'POST' as const, form, publishes: true, timeoutMs: 60_000 }
  const sent = await callAs(tools, account, call, z.object({ id: z.string() }))
  if (!sent.ok) return sent
  const { id } = sent.value
  const asked = { path: `/${id}`, query: { fields: postFields } }
  const seen = await callAs(tools, account, asked, postSchema)
  const timestamp = tools.clock.now().toISOString()
  return done(publishedAs(account, seen.ok ? seen.value : { id, text: '', timestamp }))
}

/** What Threads could not read of a post. */
const unread = ({ video, images }: Outgoing): Failure => ({
  kind: 'rejected',
  field: video ? 'video' : images.length > 0 ? 'images' : 'text',
  reason: couldNotRead,
  detail: 'the container failed',
})

const couldNotRead = {
  en: 'Threads could not read what was sent. Save images again as JPEG or PNG; export a video again as MP4 (H.264 or HEVC, AAC), five minutes at most.',
  fr: 'Threads n’a pas pu lire ce qui a été envoyé. Enregistrez de nouveau les images en JPEG ou en PNG ; exportez de nouveau la vidéo en MP4 (H.264 ou HEVC, AAC), de cinq minutes au plus.',
}

async function remove(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<null>> {
  const call = { path: `/${remoteId}`, method: 'DELETE' as const }
  const answer = await callAs(tools, account, call, z.unknown())
  return answer.ok || isGone(answer.failure) ? done(null) : answer
}
