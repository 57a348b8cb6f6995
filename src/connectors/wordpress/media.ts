import { z } from 'zod'
import type { Account, Image, Outgoing, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { call } from './api.ts'
import type { Uploaded } from './blocks.ts'

const mediaSchema = z.object({ id: z.number(), source_url: z.string() })

const keptSchema = z.object({
  images: z.array(z.object({ id: z.number(), url: z.string(), alt: z.string() })),
})

/** Puts images in the media library, each once whatever happens: what an earlier attempt sent is used again. */
export async function upload(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Uploaded[]>> {
  const kept = keptSchema.safeParse(outgoing.kept)
  const images: Uploaded[] = kept.success ? [...kept.data.images] : []
  for (const image of outgoing.images.slice(images.length)) {
    const sent = await send(tools, account, image)
    if (!sent.ok) return sent
    images.push({ id: sent.value.id, url: sent.value.source_url, alt: image.alt })
    await tools.keep?.({ images })
  }
  return done(images)
}

function send(tools: Tools, account: Account, { bytes, type, alt }: Image) {
  const body = new FormData()
  body.set('file', new Blob([bytes], { type }), `${fileName(alt)}.${type.split('/')[1] ?? 'bin'}`)
  body.set('alt_text', alt)
  if (alt !== '') body.set('title', alt)
  const request = { route: '/wp/v2/media', method: 'POST' as const, body, timeoutMs: 60_000 }
  return call(tools, account, request, mediaSchema)
}

/** The description as a file is named: search engines read it. */
function fileName(alt: string): string {
  const words = alt.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const name = words.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  return name.slice(0, 60) || 'image'
}
