import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { refusedBy } from '#connectors/_contract/refusals.ts'
import { profileUrl } from './account.ts'
import { call, network } from './api.ts'
import { meaningOf } from './meaning.ts'
import { optionsOf } from './options.ts'

/** How far TikTok is with a post (content-posting-api-reference-get-video-status, 30 requests a minute). */
const statusSchema = z.object({
  status: z.string(),
  fail_reason: z.string().default(''),
  /** So spelled. Empty until the post was moderated, and for ever where it is not public. */
  publicaly_available_post_id: z.array(z.string()).default([]),
  uploaded_bytes: z.number().default(0),
})

export type Status = z.infer<typeof statusSchema>

/** The numbers of posts have nineteen digits, which a number of JSON would round. */
const postIds = /("publicaly_available_post_id"\s*:\s*\[)([\d\s,]*)(\])/

export const statusOf = (
  tools: Tools,
  account: Account,
  publishId: string,
): Promise<Outcome<Status>> =>
  call(
    tools,
    account,
    {
      path: 'post/publish/status/fetch/',
      method: 'POST',
      json: { publish_id: publishId },
      mend: (text) =>
        text.replace(
          postIds,
          (_, before: string, ids: string, after: string) =>
            `${before}${ids.replace(/\d+/g, '"$&"')}${after}`,
        ),
    },
    statusSchema,
  )

/** Waits between two looks, in milliseconds: some three minutes in all, within the requests that a minute allows. */
const patience = [
  0,
  500,
  1500,
  3000,
  ...Array<number>(5).fill(5000),
  ...Array<number>(15).fill(10_000),
]

/** Once a public post is complete, how often its number is still looked for: moderation takes about a minute. */
const mostLooksForId = 8

/** Waits until TikTok has published what it was given, or said that it will not. */
export async function untilOut(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
  publishId: string,
): Promise<Outcome<Published>> {
  const isPublic = optionsOf(outgoing.options).privacy_level === 'PUBLIC_TO_EVERYONE'
  let looks = 0
  for (const ms of patience) {
    await wait(ms)
    const told = await statusOf(tools, account, publishId)
    if (!told.ok) return failed({ kind: 'unknown-outcome', detail: told.failure.detail })
    const status = told.value
    if (status.status === 'FAILED') return failed(whyFailed(status, tools))
    if (status.status !== 'PUBLISH_COMPLETE') continue
    const hasId = status.publicaly_available_post_id.length > 0
    if (hasId || !isPublic || ++looks >= mostLooksForId)
      return done(publishedAs(account, outgoing, { publishId, status, now: tools.clock.now() }))
  }
  return stillWorking
}

export const stillWorking = failed({
  kind: 'unknown-outcome',
  detail: 'TikTok is still working on the post',
})

/** Nothing left: TikTok said so. */
function whyFailed({ fail_reason: code }: Status, tools: Tools): Failure {
  const detail = `FAILED ${code}`
  const meaning = meaningOf(code, detail, tools)
  if (meaning) return meaning
  if (code === 'internal' || code === '') return { kind: 'transient', detail }
  return { kind: 'rejected', reason: refusedBy(network, code), detail }
}

/** The post by its public number; by that of its publication where TikTok gives none, or none yet. */
export function publishedAs(
  { handle }: Account,
  { video }: Pick<Outgoing, 'video'>,
  { publishId, status, now }: { publishId: string; status: Status; now: Date },
): Published {
  const [id] = status.publicaly_available_post_id
  if (!id) return { remoteId: publishId, url: profileUrl(handle), publishedAt: now }
  return { remoteId: id, url: postUrl(handle, id, Boolean(video)), publishedAt: now }
}

export const postUrl = (handle: string, id: string, isVideo: boolean) =>
  `${profileUrl(handle)}/${isVideo ? 'video' : 'photo'}/${id}`
