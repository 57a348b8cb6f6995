import { z } from 'zod'
import { parseJson, type Reply, send } from '#connectors/_contract/ask.ts'
import type { Account, Tools, Video } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { usualFailure } from '#connectors/_contract/usual-failure.ts'
import { type Call, refusalOf, requestOf } from '#connectors/_google/call.ts'
import { network, service, uploadRefusal, uploads } from './api.ts'
import { type Sent, sentSchema } from './video.ts'

/**
 * Where an upload stands (developers.google.com/youtube/v3/guides/using_resumable_upload_protocol, read 2026-11-25):
 * finished, waiting for what follows a byte, or forgotten by YouTube.
 */
export type Standing =
  | { is: 'finished'; video: Sent }
  | { is: 'open'; from: number }
  | { is: 'gone' }

/** Announces a video. @returns the address to which it is sent, piece by piece, for some days */
export async function beginUpload(
  tools: Tools,
  account: Account,
  { file, type }: Video,
  json: unknown,
): Promise<Outcome<string>> {
  const answered = await exchange(tools, account, {
    url: `${uploads}/videos`,
    query: { uploadType: 'resumable', part: 'snippet,status' },
    method: 'POST',
    headers: { 'x-upload-content-length': String(file.size), 'x-upload-content-type': type },
    json,
  })
  if (!answered.ok) return answered
  const session = answered.value.headers.get('location') ?? ''
  if (URL.canParse(session)) return done(session)
  return failed({ kind: 'transient', detail: 'YouTube gave no address to upload to' })
}

/** Asks how much of an upload has arrived. */
export async function standingOf(
  tools: Tools,
  account: Account,
  session: string,
  size: number,
): Promise<Outcome<Standing>> {
  const headers = { 'content-range': `bytes */${size}` }
  const answered = await exchange(tools, account, {
    url: session,
    method: 'PUT',
    headers,
    body: '',
  })
  if (answered.ok) return standingIn(answered.value)
  return /^(?:404|410)/.test(answered.failure.detail) ? done({ is: 'gone' }) : answered
}

/** A multiple of 256 kB, as YouTube wants it. */
const pieceBytes = 64 * 1024 * 1024

/** Sends what is missing. Only the last piece makes a video that people see. */
export async function finishUpload(
  tools: Tools,
  account: Account,
  session: string,
  { file, type }: Video,
  start: number,
): Promise<Outcome<Sent>> {
  for (let from = start; ;) {
    const end = Math.min(from + pieceBytes, file.size)
    const answered = await exchange(tools, account, {
      url: session,
      method: 'PUT',
      headers: { 'content-type': type, 'content-range': `bytes ${from}-${end - 1}/${file.size}` },
      body: file.slice(from, end),
      timeoutMs: 600_000,
      publishes: end === file.size,
    })
    if (!answered.ok) return answered
    const standing = standingIn(answered.value, end === file.size)
    if (!standing.ok) return standing
    if (standing.value.is === 'finished') return done(standing.value.video)
    const next = standing.value.is === 'open' ? standing.value.from : 0
    if (next <= from) return failed({ kind: 'transient', detail: 'YouTube took none of a piece' })
    from = next
  }
}

/** 308 is no refusal here: YouTube waits for more. */
async function exchange(tools: Tools, account: Account, call: Call): Promise<Outcome<Reply>> {
  const request = requestOf(account, call)
  const sent = await send(tools, request)
  if (!sent.ok) return sent
  const reply = sent.value
  if (reply.status === 308 || (reply.status >= 200 && reply.status < 300)) return done(reply)
  const refusal = uploadRefusal(tools, reply) ?? refusalOf(service, tools)(reply)
  return failed(refusal ?? usualFailure(reply, request, network, tools))
}

function standingIn(reply: Reply, isLast = false): Outcome<Standing> {
  if (reply.status === 308) {
    const [, last] = /-(\d+)$/.exec(reply.headers.get('range') ?? '') ?? []
    return done({ is: 'open', from: last === undefined ? 0 : Number(last) + 1 })
  }
  const video = sentSchema.safeParse(parseJson(reply.text))
  if (video.success) return done({ is: 'finished', video: video.data })
  const detail = `unreadable answer: ${z.prettifyError(video.error)}`
  return failed({ kind: isLast ? 'unknown-outcome' : 'transient', detail })
}
