import { z } from 'zod'
import type {
  Account,
  Outgoing,
  Publish,
  Published,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { isGone } from '#connectors/_meta/meaning.ts'
import { callAs } from './account.ts'
import { confirm, containerOf } from './confirm.ts'
import { makeContainer, stateOf, untilReady } from './container.ts'
import { mediaFields, mediaSchema, profileUrl, publishedAs } from './media.ts'
import { refuse } from './refuse.ts'
import { reply } from './reply.ts'

export const publish: Publish = { publish: send, confirm, remove }

/** A container is made, then published; one container is never published twice. */
async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(outgoing)
  if (refused) return refused
  if (outgoing.replyTo) return reply(tools, account, outgoing, outgoing.replyTo)
  const begun = await containerLeft(tools, account, outgoing)
  if (!begun.ok) return begun
  if (begun.value === 'published') return readBack(tools, account, outgoing)
  const container = begun.value ? begun : await newContainer(tools, account, outgoing)
  if (!container.ok) return container
  const id = container.value ?? ''
  const ready = await untilReady(tools, account, id, outgoing.video !== undefined)
  if (!ready.ok) return ready
  return publishContainer(tools, account, id)
}

/** What an earlier attempt left: a container that can still be published, one that was, or nothing of use. */
async function containerLeft(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<string | null>> {
  const container = containerOf(outgoing)
  if (!container) return done(null)
  const state = await stateOf(tools, account, container)
  if (!state.ok) return isGone(state.failure) ? done(null) : state
  if (state.value === 'PUBLISHED') return done('published')
  return done(['FINISHED', 'IN_PROGRESS'].includes(state.value) ? container : null)
}

async function readBack(tools: Tools, account: Account, outgoing: Outgoing) {
  const found = await confirm(tools, account, outgoing)
  if (!found.ok) return found
  if (found.value) return done(found.value)
  return failed({
    kind: 'unknown-outcome',
    detail: 'its container was published, and it is not seen',
  })
}

async function newContainer(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<string>> {
  const room = await roomLeft(tools, account)
  if (!room.ok) return room
  const made = await makeContainer(tools, account, outgoing)
  // Before anything may be seen: whoever comes next goes on with this one.
  if (made.ok) await tools.keep?.({ container: made.value })
  return made
}

const limitSchema = z.object({
  data: z.array(
    z.object({
      quota_usage: z.number(),
      config: z.object({ quota_total: z.number() }).optional(),
    }),
  ),
})

/** The posts of the last 24 hours against what Instagram allows this account. Posts made by other apps count too. */
async function roomLeft(tools: Tools, account: Account): Promise<Outcome<null>> {
  const path = `/${account.remoteId}/content_publishing_limit`
  const call = { path, query: { fields: 'quota_usage,config' } }
  const limit = await callAs(tools, account, call, limitSchema)
  if (!limit.ok) return limit
  const [used] = limit.value.data
  if (!used?.config || used.quota_usage < used.config.quota_total) return done(null)
  // It says how much, not when the oldest falls out of the 24 hours: asked again in an hour.
  const until = new Date(tools.clock.now().getTime() + 60 * 60_000)
  const detail = `${used.quota_usage} posts in 24 hours, of ${used.config.quota_total}`
  return failed({ kind: 'rate', until, detail })
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
