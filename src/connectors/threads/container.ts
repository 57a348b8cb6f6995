import { z } from 'zod'
import type { Account, Outgoing, Poll, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { notReachable, rejected } from '#connectors/_contract/refusals.ts'
import { type ContainerState, containerState } from '#connectors/_meta/containers.ts'
import { callAs, network } from './account.ts'
import { optionsOf } from './options.ts'

type Form = Record<string, string | undefined>

/** Makes the container of a post; Threads fetches its images or its video from us (reference/publishing, 2026-11-25). */
export async function makeContainer(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<string>> {
  const { images, video } = outgoing
  const common = commonOf(outgoing)
  const shown = [...images, ...(video ? [video] : [])]
  if (shown.length === 0) return make(tools, account, { ...common, media_type: 'TEXT' })
  const { addressOf } = tools
  if (!addressOf) return rejected(video ? 'video' : 'images', notReachable(network))
  const items: Form[] = []
  for (const media of shown) {
    const address = await addressOf(media)
    const where = 'file' in media ? { video_url: address } : { image_url: address }
    const kind = 'file' in media ? 'VIDEO' : 'IMAGE'
    items.push({ media_type: kind, ...where, ...(media.alt === '' ? {} : { alt_text: media.alt }) })
  }
  const [only, ...others] = items
  if (only && others.length === 0) return make(tools, account, { ...common, ...only })
  const children: string[] = []
  for (const item of items) {
    const made = await make(tools, account, { ...item, is_carousel_item: 'true' })
    if (!made.ok) return made
    children.push(made.value)
  }
  return make(tools, account, { ...common, media_type: 'CAROUSEL', children: children.join(',') })
}

function commonOf({ text, options, poll, replyTo }: Outgoing): Form {
  const { replyControl, topicTag } = optionsOf(options)
  return {
    ...(text === '' ? {} : { text }),
    // An answer is open to whom the post is.
    ...(replyTo ? { reply_to_id: replyTo.remoteId } : { reply_control: replyControl }),
    ...(topicTag === '' || replyTo ? {} : { topic_tag: topicTag }),
    ...(poll ? { poll_attachment: JSON.stringify(choicesOf(poll)) } : {}),
  }
}

/** Named by letters: `option_a`, `option_b`… (create-posts/polls, read 2026-11-25). */
const choicesOf = ({ choices }: Poll) =>
  Object.fromEntries(choices.map((choice, n) => [`option_${'abcd'[n]}`, choice]))

async function make(tools: Tools, account: Account, form: Form): Promise<Outcome<string>> {
  const path = `/${account.remoteId}/threads`
  const call = { path, method: 'POST' as const, form, timeoutMs: 60_000 }
  const made = await callAs(tools, account, call, z.object({ id: z.string() }))
  return made.ok ? done(made.value.id) : made
}

/** How far Threads is with a container. */
export async function stateOf(
  tools: Tools,
  account: Account,
  container: string,
): Promise<Outcome<ContainerState>> {
  const call = { path: `/${container}`, query: { fields: 'status,error_message' } }
  const state = await callAs(tools, account, call, z.object({ status: containerState }))
  return state.ok ? done(state.value.status) : state
}
