import type { z } from 'zod'
import { ask, parseJson, type Reply, type Request } from '#connectors/_contract/ask.ts'
import type { Tools } from '#connectors/_contract/connector.ts'
import type { Failure, Outcome } from '#connectors/_contract/failure.ts'
import {
  imageRefused,
  imageTooHeavy,
  refusedBy,
  tooLong,
  tooManyImages,
} from '#connectors/_contract/refusals.ts'
import { messageOf } from '#connectors/_contract/usual-failure.ts'
import { maxGraphemes } from './text.ts'

export const network = 'Bluesky'
export const maxImages = 4
export const maxImageBytes = 2_000_000
/** Lexicon app.bsky.embed.video, 2026-08-20. */
export const maxVideoBytes = 300_000_000

export interface Xrpc extends Omit<Request, 'url' | 'method'> {
  /** Name of the method: `com.atproto.repo.getRecord`. */
  method: string
  /** A query (GET); without it, a procedure (POST). */
  params?: Record<string, string | string[]>
  token?: string
}

/** Calls one method of an AT Protocol server and reads its answer. */
export function xrpc<T>(
  tools: Tools,
  server: string,
  call: Xrpc,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> {
  const { method, params, token, headers, ...rest } = call
  const url = new URL(`/xrpc/${method}`, server)
  for (const [name, values] of Object.entries(params ?? {})) {
    for (const value of [values].flat()) url.searchParams.append(name, value)
  }
  const request: Request = {
    ...rest,
    url,
    method: params ? 'GET' : 'POST',
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
  }
  return ask(tools, request, { network, schema, refusal })
}

/** The `error` name of an XRPC refusal, for instance `ExpiredToken`. */
function errorName(reply: Reply): string {
  const body = parseJson(reply.text)
  return body && typeof body === 'object' && 'error' in body ? String(body.error) : ''
}

/** The name by which a failure begins its detail, so that a caller can tell one refusal from another. */
export const isNamed = (failure: Failure, name: string) => failure.detail.startsWith(`${name}:`)

const lockedOut = new Set([
  'AuthMissing',
  'AuthenticationRequired',
  'InvalidToken',
  'ExpiredToken',
  'AccountTakedown',
  'AccountDeactivated',
])

/** What a PDS means by its refusals: observed on PDS 0.5.35, 2026-11-22. */
function refusal(reply: Reply): Failure | null {
  const name = errorName(reply)
  const detail = `${name}: ${messageOf(reply)}`
  if (lockedOut.has(name)) return { kind: 'auth', detail }
  // Of the proof that goes with a request, not of the account: a wrong clock, or a nonce that is refused twice.
  if (name === 'use_dpop_nonce' || name === 'invalid_dpop_proof') {
    return { kind: 'transient', detail }
  }
  if (name === 'ScopeMissingError') return { kind: 'rejected', detail, reason: notGiven }
  // A blob uploaded a moment ago that is already gone: uploading again helps.
  if (name === 'BlobNotFound') return { kind: 'transient', detail }
  if (reply.status === 413) return { kind: 'rejected', detail, ...images(maxImageBytes) }
  if (reply.status !== 400) return null
  return { kind: 'rejected', detail, ...explain(messageOf(reply)) }
}

const notGiven = {
  en: `${network} was not allowed to let Vigie do that. Connect the account again, and allow all that is asked.`,
  fr: `${network} n’a pas été autorisé à laisser Vigie faire cela. Reconnectez le compte, et acceptez tout ce qui est demandé.`,
}

function explain(message: string) {
  if (/(grapheme|string) too big.*\.text/.test(message)) {
    return { reason: tooLong(network, maxGraphemes), field: 'text' }
  }
  if (/array too big.*\.images/.test(message)) {
    return { reason: tooManyImages(network, maxImages), field: 'images' }
  }
  if (/blob too big/.test(message)) return images(maxImageBytes)
  if (/mime.?type/i.test(message)) return { reason: imageRefused(network), field: 'images' }
  return { reason: refusedBy(network, message) }
}

const images = (maxBytes: number) => ({
  reason: imageTooHeavy(network, maxBytes),
  field: 'images',
})
