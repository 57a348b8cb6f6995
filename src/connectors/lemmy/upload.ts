import { z } from 'zod'
import { ask } from '#connectors/_contract/ask.ts'
import type { Account, Image, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { imageRefused } from '#connectors/_contract/refusals.ts'
import { settingsOf, tokenOf } from './account.ts'
import { meaningOf, network } from './api.ts'

const uploadedSchema = z.object({
  msg: z.string().optional(),
  files: z.array(z.object({ file: z.string() })).nullish(),
})

/** Hands an image to the server's own store (pict-rs). @returns its address */
export async function upload(
  tools: Tools,
  account: Account,
  { bytes, type }: Image,
): Promise<Outcome<string>> {
  const { server } = settingsOf(account)
  const body = new FormData()
  body.set('images[]', new Blob([bytes], { type }), `image.${type.split('/')[1] ?? 'bin'}`)
  const token = tokenOf(account)
  const request = {
    url: new URL('/pictrs/image', server),
    method: 'POST' as const,
    // Servers before 0.19 knew the cookie alone.
    headers: { authorization: `Bearer ${token}`, cookie: `jwt=${token}` },
    body,
  }
  const refusal = (reply: Parameters<typeof meaningOf>[0]) => meaningOf(reply, request, tools)
  const sent = await ask(tools, request, { network, schema: uploadedSchema, refusal })
  if (!sent.ok) return sent
  const file = sent.value.files?.[0]?.file
  if (file) return done(new URL(`/pictrs/image/${file}`, server).href)
  const detail = `the image was refused: ${sent.value.msg ?? ''}`
  return failed({ kind: 'rejected', field: 'images', reason: imageRefused(network), detail })
}
