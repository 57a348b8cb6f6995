import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Account, Image, Tools, Video } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { callAs } from './server.ts'

/** `url` stays null while the server works on the image. */
const mediaSchema = z.object({ id: z.string(), url: z.string().nullish() })

/** Waits between two looks at an image that the server is still working on, in milliseconds: 38 s in all. */
const patience = [50, 200, 500, 1000, 1500, 2000, 3000, 5000, 5000, 10_000, 10_000]
/** A video is converted there: four minutes more. */
const videoPatience = [...patience, ...Array<number>(24).fill(10_000)]

/**
 * Sends an image with its description and focal point, and waits until the server is done with it.
 * @returns the id by which a post attaches it
 */
export async function upload(
  tools: Tools,
  account: Account,
  image: Image,
): Promise<Outcome<string>> {
  const form = new FormData()
  form.set('file', new Blob([image.bytes], { type: image.type }), `image.${endingOf(image)}`)
  if (image.alt !== '') form.set('description', image.alt)
  if (image.focal) form.set('focus', focusOf(image.focal))
  return sendForm(tools, account, form, { timeoutMs: 60_000, patience })
}

/** Sends a video with its description and its still, and waits until the server has converted it. */
export async function uploadVideo(
  tools: Tools,
  account: Account,
  { file, type, alt, poster }: Video,
): Promise<Outcome<string>> {
  const form = new FormData()
  form.set('file', file, `video.${endingOf({ type })}`)
  if (alt !== '') form.set('description', alt)
  if (poster) {
    const still = new Blob([poster.bytes], { type: poster.type })
    form.set('thumbnail', still, `still.${endingOf(poster)}`)
  }
  return sendForm(tools, account, form, { timeoutMs: 600_000, patience: videoPatience })
}

async function sendForm(
  tools: Tools,
  account: Account,
  body: FormData,
  { timeoutMs, patience: waits }: { timeoutMs: number; patience: readonly number[] },
): Promise<Outcome<string>> {
  const send = (path: string) =>
    callAs(tools, account, { path, method: 'POST', body, timeoutMs }, mediaSchema)
  const sent = await send('/api/v2/media')
  // Servers that are older than 3.1.3, or small.
  const isMissing = !sent.ok && sent.failure.detail.startsWith('404')
  const media = isMissing ? await send('/api/v1/media') : sent
  if (!media.ok) return media
  if (media.value.url) return done(media.value.id)
  return untilReady(tools, account, media.value.id, waits)
}

const endingOf = ({ type }: { type: string }) => type.split('/')[1] ?? 'bin'

/** Mastodon counts from the middle, −1 to 1, upwards. */
function focusOf({ x, y }: { x: number; y: number }): string {
  return `${(2 * x - 1).toFixed(2)},${(1 - 2 * y).toFixed(2)}`
}

async function untilReady(
  tools: Tools,
  account: Account,
  id: string,
  waits: readonly number[],
): Promise<Outcome<string>> {
  const request = { path: `/api/v1/media/${encodeURIComponent(id)}` }
  for (const ms of waits) {
    await wait(ms)
    const media = await callAs(tools, account, request, mediaSchema)
    if (!media.ok) return media
    if (media.value.url) return done(id)
  }
  return failed({ kind: 'transient', detail: 'the server is still working on an image or a video' })
}
