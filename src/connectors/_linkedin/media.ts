import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { exchange } from '#connectors/_contract/ask.ts'
import type { Account, Image, Tools, Video } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { usualFailure } from '#connectors/_contract/usual-failure.ts'
import { anything, call, escapedUrn, network } from './api.ts'

/** Sends an image (images-api, li-lms-2026-05, read 2026-11-25). @returns the urn by which a post attaches it */
export async function uploadImage(
  tools: Tools,
  account: Account,
  { bytes }: Pick<Image, 'bytes'>,
): Promise<Outcome<string>> {
  const request = {
    path: 'images?action=initializeUpload',
    method: 'POST' as const,
    json: { initializeUploadRequest: { owner: account.remoteId } },
  }
  const schema = z.object({ value: z.object({ uploadUrl: z.url(), image: z.string() }) })
  const begun = await call(tools, account, request, schema)
  if (!begun.ok) return begun
  const { uploadUrl, image } = begun.value.value
  const sent = await put(tools, uploadUrl, bytes)
  return sent.ok ? done(image) : sent
}

/** The address is signed: it needs no other access. @returns the tag that the storage gives to what it got */
async function put(
  tools: Tools,
  url: string,
  body: Uint8Array<ArrayBuffer> | Blob,
  headers: Record<string, string> = {},
): Promise<Outcome<string>> {
  const request = {
    url,
    method: 'PUT' as const,
    headers: { 'content-type': 'application/octet-stream', ...headers },
    body,
    timeoutMs: 120_000,
  }
  const sent = await exchange(tools, request)
  if (!sent.ok) return sent
  const { status, headers: told } = sent.value
  if (status >= 200 && status < 300) return done((told.get('etag') ?? '').replaceAll('"', ''))
  const reply = { status, headers: told, text: await sent.value.text() }
  return failed(usualFailure(reply, request, network, tools))
}

const begunVideo = z.object({
  value: z.object({
    video: z.string(),
    uploadToken: z.string().default(''),
    thumbnailUploadUrl: z.url().optional(),
    uploadInstructions: z.array(
      z.object({ uploadUrl: z.url(), firstByte: z.number(), lastByte: z.number() }),
    ),
  }),
})

/** Sends a video by the pieces that LinkedIn asks for, with its still, and waits until it is converted. */
export async function uploadVideo(
  tools: Tools,
  account: Account,
  { file, poster }: Video,
): Promise<Outcome<string>> {
  const asked = {
    owner: account.remoteId,
    fileSizeBytes: file.size,
    uploadCaptions: false,
    uploadThumbnail: poster !== undefined,
  }
  const begin = {
    path: 'videos?action=initializeUpload',
    method: 'POST' as const,
    json: { initializeUploadRequest: asked },
  }
  const begun = await call(tools, account, begin, begunVideo)
  if (!begun.ok) return begun
  const { video, uploadToken, thumbnailUploadUrl, uploadInstructions } = begun.value.value
  const uploadedPartIds: string[] = []
  for (const { uploadUrl, firstByte, lastByte } of uploadInstructions) {
    const sent = await put(tools, uploadUrl, file.slice(firstByte, lastByte + 1))
    if (!sent.ok) return sent
    uploadedPartIds.push(sent.value)
  }
  if (poster && thumbnailUploadUrl) {
    const sent = await put(tools, thumbnailUploadUrl, poster.bytes, {
      'media-type-family': 'STILLIMAGE',
    })
    if (!sent.ok) return sent
  }
  const end = {
    path: 'videos?action=finalizeUpload',
    method: 'POST' as const,
    json: { finalizeUploadRequest: { video, uploadToken, uploadedPartIds } },
  }
  const ended = await call(tools, account, end, anything)
  return ended.ok ? untilReady(tools, account, video) : ended
}

/** Waits between two looks at a video that LinkedIn is working on, in milliseconds: ten minutes in all. */
const patience = [100, 1000, 3000, 5000, ...Array<number>(59).fill(10_000)]

async function untilReady(tools: Tools, account: Account, video: string): Promise<Outcome<string>> {
  const request = { path: `videos/${escapedUrn(video)}` }
  for (const ms of patience) {
    const answer = await call(tools, account, request, z.object({ status: z.string() }))
    // Who publishes for themselves may not look: the post then waits for its video by itself.
    if (!answer.ok && answer.failure.detail.startsWith('403')) return done(video)
    if (!answer.ok) return answer
    if (answer.value.status === 'AVAILABLE') return done(video)
    if (answer.value.status === 'PROCESSING_FAILED') {
      const detail = 'LinkedIn could not convert the video'
      return failed({ kind: 'rejected', field: 'video', reason: notConverted, detail })
    }
    await wait(ms)
  }
  return failed({ kind: 'transient', detail: 'LinkedIn is still working on the video' })
}

const notConverted = {
  en: 'LinkedIn could not read the video. Save it again as MP4.',
  fr: 'LinkedIn n’a pas pu lire la vidéo. Enregistrez-la de nouveau en MP4.',
}
