import { fetch as undiciFetch } from 'undici'
import type { BodyInit, Dispatcher } from 'undici'
import { FetchFailure, kindOf } from './failure.ts'
import { noticing } from './noticing.ts'

export interface Request {
  url: URL
  method: string
  headers: Headers
  body: string | Uint8Array<ArrayBuffer> | Blob | undefined
}

export interface Answer {
  status: number
  statusText: string
  headers: Headers
  body: Uint8Array<ArrayBuffer>
}

export interface ExchangeLimits {
  maxBytes: number
  signal: AbortSignal
}

/**
 * One request and its whole answer, redirects not followed.
 * @throws FetchFailure
 */
export async function exchange(
  request: Request,
  dispatcher: Dispatcher,
  limits: ExchangeLimits,
): Promise<Answer> {
  let sent = false
  // Called when a connected socket is about to be written to.
  const watched = dispatcher.compose(noticing('onRequestStart', () => (sent = true)))
  const stop = new AbortController()
  try {
    const response = await undiciFetch(request.url, {
      method: request.method,
      headers: [...request.headers],
      ...(request.body === undefined ? {} : { body: request.body as BodyInit }),
      redirect: 'manual',
      signal: AbortSignal.any([limits.signal, stop.signal]),
      dispatcher: watched,
    })
    return {
      status: response.status,
      statusText: response.statusText,
      headers: new Headers([...response.headers]),
      body: await readCapped(response, limits.maxBytes),
    }
  } catch (error) {
    throw failureOf(error, sent, request.url, limits.signal)
  } finally {
    // an answer that was not read to its end must not go on arriving
    stop.abort()
  }
}

/** Counts what comes out of decompression: a small answer may be a bomb. */
async function readCapped(
  response: Awaited<ReturnType<typeof undiciFetch>>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const announced = Number(response.headers.get('content-length') ?? 0)
  if (announced > maxBytes) throw tooLarge(maxBytes)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.byteLength
    if (size > maxBytes) throw tooLarge(maxBytes)
    parts.push(part)
  }
  return Uint8Array.from(Buffer.concat(parts))
}

function tooLarge(maxBytes: number): FetchFailure {
  return new FetchFailure('too-large', `more than ${maxBytes} bytes`, true)
}

function failureOf(error: unknown, sent: boolean, url: URL, signal: AbortSignal): FetchFailure {
  if (signal.aborted && signal.reason instanceof FetchFailure) {
    return new FetchFailure(signal.reason.kind, url.origin, sent, signal.reason)
  }
  if (signal.aborted) return new FetchFailure('aborted', url.origin, sent, signal.reason)
  if (!sent && isRefusedByParser(error)) return new FetchFailure('bad-url', url.origin, sent, error)
  return new FetchFailure(kindOf(error, sent), url.origin, sent, error)
}

/** The Fetch standard forbids some ports and header values; nothing was dialled then. */
function isRefusedByParser(error: unknown): boolean {
  const { cause, message } = error as { cause?: Error; message?: string }
  return error instanceof TypeError && (!cause || /bad port/.test(`${cause.message}${message}`))
}
