import { z } from 'zod'
import type {
  Account,
  Outgoing,
  Publish,
  Published,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { imageRefused, rejected } from '#connectors/_contract/refusals.ts'
import { inTwoSteps, roomLeft } from '#connectors/_meta/containers.ts'
import { isGone } from '#connectors/_meta/meaning.ts'
import { callAs, network } from './account.ts'
import { confirm } from './confirm.ts'
import { makeContainer, stateOf } from './container.ts'
import { videoRefused } from './explain.ts'
import { mediaFields, mediaSchema, profileUrl, publishedAs } from './media.ts'
import { refuse } from './refuse.ts'
import { reply, unanswerable } from './reply.ts'

export const publish: Publish = { publish: send, confirm, remove, unanswerable }

/** A container is made, then published; one container is never published twice. */
async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(outgoing)
  if (refused) return refused
  if (outgoing.replyTo) return reply(tools, account, outgoing, outgoing.replyTo)
  const unread = outgoing.video
    ? rejected('video', videoRefused)
    : rejected('images', imageRefused(network))
  return inTwoSteps(tools, outgoing, {
    network,
    state: (container) => stateOf(tools, account, container),
    async make() {
      const room = await roomNow(tools, account)
      return room.ok ? makeContainer(tools, account, outgoing) : room
    },
    refused: unread.failure,
    publish: (container) => publishContainer(tools, account, container),
    readBack: () => confirm(tools, account, outgoing),
  })
}

const limitSchema = z.object({
  data: z.array(
    z.object({
      quota_usage: z.number(),
      config: z.object({ quota_total: z.number() }).optional(),
    }),
  ),
})

/** What the account used of its posts in 24 hours; those of other apps count too. */
async function roomNow(tools: Tools, account: Account): Promise<Outcome<null>> {
  const path = `/${account.remoteId}/content_publishing_limit`
  const call = { path, query: { fields: 'quota_usage,config' } }
  const limit = await callAs(tools, account, call, limitSchema)
  if (!limit.ok) return limit
  const [{ quota_usage: usage = 0, config } = {}] = limit.value.data
  return roomLeft(tools, config && { usage, total: config.quota_total })
}

async function publishContainer(
  tools: Tools,
  account: Account,
  container: string,
): Promise<Outcome<Published>> {
  const path = `/${account.remoteId}/media_publish`
  const json = { creation_id: container }
  const call = { path, method: 'POST' as const, json, publishes: true, timeoutMs: 60_000 }
  const sent = await callAs(tools, account, call, z.object({ id: z.string() }))
  if (!sent.ok) return sent
  const { id } = sent.value
  const asked = { path: `/${id}`, query: { fields: mediaFields } }
  const seen = await callAs(tools, account, asked, mediaSchema)
  if (seen.ok) return done(publishedAs(account, seen.value))
  return done({ remoteId: id, url: profileUrl(account), publishedAt: tools.clock.now() })
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
