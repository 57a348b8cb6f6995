import { z } from 'zod'
import type { Account, Outgoing, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { call } from './api.ts'
import type { Uploaded } from './html.ts'

const uploadSchema = z.object({ images: z.array(z.object({ url: z.string() })).min(1) })

const keptSchema = z.object({ images: z.array(z.object({ url: z.string(), alt: z.string() })) })

/** Sends images, each once whatever happens: what an earlier attempt sent is used again. */
export async function upload(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Uploaded[]>> {
  const kept = keptSchema.safeParse(outgoing.kept)
  const images: Uploaded[] = kept.success ? [...kept.data.images] : []
  for (const { bytes, type, alt } of outgoing.images.slice(images.length)) {
    const body = new FormData()
    const name = `${fileName(alt)}.${type.split('/')[1] ?? 'bin'}`
    body.set('file', new Blob([bytes], { type }), name)
    body.set('purpose', 'image')
    const request = { path: 'images/upload/', method: 'POST' as const, body, timeoutMs: 60_000 }
    const sent = await call(tools, account, request, uploadSchema)
    if (!sent.ok) return sent
    images.push({ url: sent.value.images[0]?.url ?? '', alt })
    await tools.keep?.({ images })
  }
  return done(images)
}

/** The description as a file is named: search engines read it. */
function fileName(alt: string): string {
  const words = alt.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const name = words.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  return name.slice(0, 60) || 'image'
}
