import { z } from 'zod'
import { send } from '#connectors/_contract/ask.ts'
import type { Account, Image, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { usualFailure } from '#connectors/_contract/usual-failure.ts'
import { callAs, network } from './api.ts'

/** Where a file may be put, and what must come with it: what Reddit's own pages ask for, on none of its documentation. */
const leaseSchema = z.object({
  args: z.object({
    action: z.string(),
    fields: z.array(z.object({ name: z.string(), value: z.string() })),
  }),
})

/**
 * Puts an image where Reddit keeps them; nobody sees it yet.
 * @returns its address, by which a post shows it
 */
export async function upload(
  tools: Tools,
  account: Account,
  image: Image,
): Promise<Outcome<string>> {
  const filepath = `image.${image.type.split('/')[1] ?? 'bin'}`
  const form = { filepath, mimetype: image.type }
  const lease = await callAs(tools, account, { path: '/api/media/asset.json', form }, leaseSchema)
  if (!lease.ok) return lease
  const { action, fields } = lease.value.args
  const url = new URL(action, 'https://www.reddit.com').href
  const body = new FormData()
  for (const { name, value } of fields) body.set(name, value)
  // The store reads no field after the file.
  body.set('file', new Blob([image.bytes], { type: image.type }), filepath)
  const request = { url, method: 'POST' as const, body, timeoutMs: 120_000 }
  const sent = await send(tools, request)
  if (!sent.ok) return sent
  const isKept = sent.value.status >= 200 && sent.value.status < 300
  if (!isKept) return failed(usualFailure(sent.value, request, network, tools))
  const key = fields.find(({ name }) => name === 'key')?.value ?? ''
  return done(`${url.replace(/\/$/, '')}/${key}`)
}
