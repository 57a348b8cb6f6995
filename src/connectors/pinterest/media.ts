import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { send } from '#connectors/_contract/ask.ts'
import type { Account, Image, Outgoing, Tools, Video } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { usualFailure } from '#connectors/_contract/usual-failure.ts'
import { call, network } from './api.ts'

type Source = Record<string, unknown>

/** What a Pin shows, as `media_source` wants it (OpenAPI 5.23, `PinMediaSource`). */
export async function mediaSource(
  tools: Tools,
  account: Account,
  { images, video }: Outgoing,
): Promise<Outcome<Source>> {
  if (video) return videoSource(tools, account, video)
  const encoded = images.map(encode)
  if (encoded.length === 1) return done({ source_type: 'image_base64', ...encoded[0] })
  return done({ source_type: 'multiple_image_base64', items: encoded })
}

const encode = ({ bytes, type }: Pick<Image, 'bytes' | 'type'>) => ({
  content_type: type,
  data: Buffer.from(bytes).toString('base64'),
})

const uploadSchema = z.object({
  media_id: z.string(),
  upload_url: z.url(),
  upload_parameters: z.record(z.string(), z.string()),
})

/** A video is announced, sent to the storage that is named, converted, then shown behind its still. */
async function videoSource(
  tools: Tools,
  account: Account,
  { file, type, poster }: Video,
): Promise<Outcome<Source>> {
  const announce = { path: 'media', method: 'POST' as const, json: { media_type: 'video' } }
  const announced = await call(tools, account, announce, uploadSchema)
  if (!announced.ok) return announced
  const { media_id, upload_url, upload_parameters } = announced.value
  const form = new FormData()
  for (const [name, value] of Object.entries(upload_parameters)) form.set(name, value)
  form.set('file', file, `video.${type.split('/')[1]}`)
  const request = { url: upload_url, method: 'POST' as const, body: form, timeoutMs: 600_000 }
  const sent = await send(tools, request)
  if (!sent.ok) return sent
  if (sent.value.status > 299) return failed(usualFailure(sent.value, request, network, tools))
  const ready = await untilReady(tools, account, media_id)
  if (!ready.ok) return ready
  return done({ source_type: 'video_id', media_id, ...cover(poster) })
}

function cover(poster: Image | undefined): Source {
  if (!poster) return { cover_image_key_frame_time: 0 }
  const { content_type, data } = encode(poster)
  return { cover_image_content_type: content_type, cover_image_data: data }
}

/** Waits between two looks at a video that Pinterest is working on, in milliseconds: ten minutes in all. */
const patience = [100, 1000, 3000, 5000, ...Array<number>(59).fill(10_000)]

async function untilReady(tools: Tools, account: Account, id: string): Promise<Outcome<null>> {
  const schema = z.object({ status: z.string() })
  for (const ms of patience) {
    const answer = await call(tools, account, { path: `media/${id}` }, schema)
    if (!answer.ok) return answer
    if (answer.value.status === 'succeeded') return done(null)
    if (answer.value.status === 'failed') {
      const detail = 'Pinterest could not convert the video'
      return failed({ kind: 'rejected', field: 'video', reason: notConverted, detail })
    }
    await wait(ms)
  }
  return failed({ kind: 'transient', detail: 'Pinterest is still working on the video' })
}

const notConverted = {
  en: 'Pinterest could not read the video. Save it again as MP4, of 4 seconds to 15 minutes.',
  fr: 'Pinterest n’a pas pu lire la vidéo. Enregistrez-la de nouveau en MP4, de 4 secondes à 15 minutes.',
}
