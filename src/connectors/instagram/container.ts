import { z } from 'zod'
import type { Account, Image, Outgoing, Tools, Video } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { notReachable, rejected } from '#connectors/_contract/refusals.ts'
import { type ContainerState, containerState } from '#connectors/_meta/containers.ts'
import { callAs, network } from './account.ts'
import { isStory } from './media.ts'

const idSchema = z.object({ id: z.string() })

/**
 * Makes the container of a post: Instagram fetches its images or its video from us, at an address good for a day.
 * Nobody sees it until it is published (content-publishing, read 2026-11-25).
 */
export async function makeContainer(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<string>> {
  const { text, images, video, options } = outgoing
  const { addressOf } = tools
  if (!addressOf) return rejected(video ? 'video' : 'images', notReachable(network))
  if (isStory(outgoing)) return makeStory(tools, account, addressOf, outgoing)
  const caption = text === '' ? {} : { caption: text }
  if (video) {
    return make(tools, account, {
      ...caption,
      media_type: 'REELS',
      video_url: await addressOf(video),
      ...(await coverOf(addressOf, video)),
      share_to_feed: options['shareToFeed'] !== false,
    })
  }
  const [first, ...others] = images
  if (first && others.length === 0)
    return make(tools, account, { ...caption, ...(await imageIn(addressOf, first)) })
  const children: string[] = []
  for (const image of images) {
    const item = { ...(await imageIn(addressOf, image)), is_carousel_item: true }
    const made = await make(tools, account, item)
    if (!made.ok) return made
    children.push(made.value)
  }
  return make(tools, account, { ...caption, media_type: 'CAROUSEL', children })
}

type AddressOf = NonNullable<Tools['addressOf']>

/** One image or one video, as it is: a story takes no caption, no description and no cover of ours. */
async function makeStory(
  tools: Tools,
  account: Account,
  addressOf: AddressOf,
  { images: [image], video }: Outgoing,
): Promise<Outcome<string>> {
  const shown = video
    ? { video_url: await addressOf(video) }
    : image
      ? { image_url: await addressOf(image) }
      : {}
  return make(tools, account, { media_type: 'STORIES', ...shown })
}

const imageIn = async (addressOf: AddressOf, image: Image) => ({
  image_url: await addressOf(image),
  ...(image.alt === '' ? {} : { alt_text: image.alt }),
})

const coverOf = async (addressOf: AddressOf, { poster }: Video) =>
  poster ? { cover_url: await addressOf(poster) } : {}

async function make(tools: Tools, account: Account, json: object): Promise<Outcome<string>> {
  const path = `/${account.remoteId}/media`
  const call = { path, method: 'POST' as const, json, timeoutMs: 60_000 }
  const made = await callAs(tools, account, call, idSchema)
  return made.ok ? done(made.value.id) : made
}

const stateSchema = z.object({ status_code: containerState })

/** How far Instagram is with a container. */
export async function stateOf(
  tools: Tools,
  account: Account,
  container: string,
): Promise<Outcome<ContainerState>> {
  const call = { path: `/${container}`, query: { fields: 'status_code' } }
  const state = await callAs(tools, account, call, stateSchema)
  return state.ok ? done(state.value.status_code) : state
}
