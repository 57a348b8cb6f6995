import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Account, Image, Tools, Video } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { call } from './api.ts'

const processing = z.object({
  state: z.string(),
  check_after_secs: z.number().optional(),
  error: z.object({ message: z.string().optional() }).optional(),
})
const mediaSchema = z.object({
  data: z.object({ id: z.string(), processing_info: processing.optional() }),
})

/** Sends an image, then its description. @returns the id by which a post attaches it */
export async function uploadImage(
  tools: Tools,
  account: Account,
  { bytes, type, alt }: Image,
): Promise<Outcome<string>> {
  const form = new FormData()
  form.set('media', new Blob([bytes], { type }), `image.${type.split('/')[1]}`)
  form.set('media_category', 'tweet_image')
  const request = {
    path: '/2/media/upload',
    method: 'POST' as const,
    body: form,
    timeoutMs: 60_000,
  }
  const sent = await call(tools, account, request, mediaSchema)
  if (!sent.ok) return sent
  const { id } = sent.value.data
  const described = await describe(tools, account, id, alt)
  return described.ok ? done(id) : described
}

async function describe(tools: Tools, account: Account, id: string, alt: string) {
  if (alt === '') return done(null)
  const json = { id, metadata: { alt_text: { text: alt } } }
  return call(tools, account, { path: '/2/media/metadata', method: 'POST', json }, z.unknown())
}

/** What is sent at once; X takes a thousand of them (docs.x.com/x-api/media/quickstart/media-upload-chunked, read 2026-11-25). */
const smallestChunk = 4 * 1024 * 1024
const mostChunks = 1000

/** Sends a video piece by piece, then its description, and waits until X has converted it. */
export async function uploadVideo(
  tools: Tools,
  account: Account,
  { file, type, alt }: Video,
): Promise<Outcome<string>> {
  const begin = {
    path: '/2/media/upload/initialize',
    method: 'POST' as const,
    json: { media_type: type, total_bytes: file.size, media_category: 'tweet_video' },
  }
  const begun = await call(tools, account, begin, mediaSchema)
  if (!begun.ok) return begun
  const { id } = begun.value.data
  const sent = await sendChunks(tools, account, id, file)
  if (!sent.ok) return sent
  const end = { path: `/2/media/upload/${id}/finalize`, method: 'POST' as const }
  const ended = await call(tools, account, end, mediaSchema)
  if (!ended.ok) return ended
  const ready = await untilReady(tools, account, ended.value)
  if (!ready.ok) return ready
  const described = await describe(tools, account, id, alt)
  // A video without its description is better than none.
  if (!described.ok && described.failure.kind !== 'rejected') return described
  return done(id)
}

async function sendChunks(tools: Tools, account: Account, id: string, file: Blob) {
  const size = Math.max(smallestChunk, Math.ceil(file.size / mostChunks))
  for (let index = 0; index * size < file.size; index++) {
    const form = new FormData()
    form.set('media', file.slice(index * size, (index + 1) * size), 'chunk')
    form.set('segment_index', String(index))
    const request = {
      path: `/2/media/upload/${id}/append`,
      method: 'POST' as const,
      body: form,
      timeoutMs: 120_000,
    }
    const sent = await call(tools, account, request, z.unknown())
    if (!sent.ok) return sent
  }
  return done(null)
}

/** Looks at a video that X is working on: half an hour at most, as often as it asks us to. */
const mostLooks = 180

async function untilReady(
  tools: Tools,
  account: Account,
  first: z.infer<typeof mediaSchema>,
): Promise<Outcome<null>> {
  const query = { media_id: first.data.id, command: 'STATUS' }
  let { processing_info: info } = first.data
  for (let looks = 0; looks < mostLooks; looks++) {
    if (!info || info.state === 'succeeded') return done(null)
    if (info.state === 'failed') {
      const detail = info.error?.message ?? 'X could not convert the video'
      return failed({ kind: 'rejected', field: 'video', reason: notConverted, detail })
    }
    await wait(Math.min(info.check_after_secs ?? 5, 10) * 1000)
    const answer = await call(tools, account, { path: '/2/media/upload', query }, mediaSchema)
    if (!answer.ok) return answer
    info = answer.value.data.processing_info
  }
  return failed({ kind: 'transient', detail: 'X is still working on the video' })
}

const notConverted = {
  en: 'X could not read the video. Save it again as MP4 (H.264 with AAC sound).',
  fr: 'X n’a pas pu lire la vidéo. Enregistrez-la de nouveau en MP4 (H.264 et son AAC).',
}
