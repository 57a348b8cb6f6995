import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { send } from '#connectors/_contract/ask.ts'
import type { Account, Image, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { usualFailure } from '#connectors/_contract/usual-failure.ts'
import { callAs, network } from './api.ts'

/** Waits between two looks at a file that Slack is still working on, in milliseconds: half a minute in all. */
const patience = [50, 200, 500, 1000, 1500, 2000, 3000, 5000, 8000, 10_000]

/**
 * Sends an image with its description, to nobody yet, and waits until a message may show it
 * (docs.slack.dev/reference/methods/files.getUploadURLExternal: “processed asynchronously”).
 * @returns the id by which a message shows it
 */
export async function upload(
  tools: Tools,
  account: Account,
  image: Image,
): Promise<Outcome<string>> {
  const filename = `image.${image.type.split('/')[1] ?? 'bin'}`
  const params = { filename, length: image.bytes.length, alt_txt: image.alt || undefined }
  const placeSchema = z.object({ upload_url: z.string(), file_id: z.string() })
  const place = await callAs(
    tools,
    account,
    { method: 'files.getUploadURLExternal', params },
    placeSchema,
  )
  if (!place.ok) return place
  const { upload_url: url, file_id: id } = place.value
  const carried = await carry(tools, url, image)
  if (!carried.ok) return carried
  const files = JSON.stringify([{ id, title: image.alt || filename }])
  const finish = { method: 'files.completeUploadExternal', params: { files } }
  const finished = await callAs(tools, account, finish, z.object({}))
  return finished.ok ? untilReady(tools, account, id) : finished
}

async function carry(tools: Tools, url: string, image: Image): Promise<Outcome<null>> {
  const headers = { 'content-type': 'application/octet-stream' }
  const request = { url, method: 'POST' as const, headers, body: image.bytes, timeoutMs: 120_000 }
  const sent = await send(tools, request)
  if (!sent.ok) return sent
  const isTaken = sent.value.status >= 200 && sent.value.status < 300
  return isTaken ? done(null) : failed(usualFailure(sent.value, request, network, tools))
}

/** A file has its type once Slack has looked at it. */
async function untilReady(tools: Tools, account: Account, id: string): Promise<Outcome<string>> {
  const schema = z.object({ file: z.object({ mimetype: z.string().nullish() }) })
  const asked = { method: 'files.info', reads: true, params: { file: id } }
  for (const ms of patience) {
    const info = await callAs(tools, account, asked, schema)
    if (!info.ok) return info
    if (info.value.file.mimetype) return done(id)
    await wait(ms)
  }
  return failed({ kind: 'transient', detail: 'Slack is still working on an image' })
}
