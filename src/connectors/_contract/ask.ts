import type { z } from 'zod'
import { FetchFailure } from '#platform/fetch/failure.ts'
import type { Tools } from './connector.ts'
import { done, failed, type Failure, type Outcome } from './failure.ts'
import { notOnTheInternet } from './refusals.ts'
import { parseJson, type Reply, type Request } from './request.ts'
import { usualFailure } from './usual-failure.ts'

export { parseJson, type Reply, type Request } from './request.ts'

export interface Reading<T> {
  /** As people call the network, for the sentences. */
  network: string
  schema: z.ZodType<T>
  /** What this network means by a refusal, where it differs from the usual. */
  refusal?: (reply: Reply) => Failure | null
}

/**
 * Sends a request and reads a JSON answer.
 * @returns the parsed answer, or one of the five failures; never throws for what a network does
 */
export async function ask<T>(
  tools: Tools,
  request: Request,
  reading: Reading<T>,
): Promise<Outcome<T>> {
  const sent = await send(tools, request)
  if (!sent.ok) return sent
  const reply = sent.value
  if (reply.status < 200 || reply.status > 299) {
    const failure = reading.refusal?.(reply) ?? usualFailure(reply, request, reading.network, tools)
    return failed(failure)
  }
  const parsed = reading.schema.safeParse(parseJson(reply.text))
  if (parsed.success) return done(parsed.data)
  // The network said yes in words we cannot read: what we asked for may well have been done.
  return failed(doubt(request, `unreadable answer: ${parsed.error.issues[0]?.message ?? ''}`))
}

/**
 * Sends a request and waits for the whole answer.
 * @returns any answer with its status; a failure only when there was no complete answer
 */
export async function send(tools: Tools, request: Request): Promise<Outcome<Reply>> {
  const sent = await exchange(tools, request)
  if (!sent.ok) return sent
  const { status, headers } = sent.value
  return done({ status, headers, text: await sent.value.text() })
}

/** As `send`, for answers that are not UTF-8 text. The body is there whole: reading it cannot fail. */
export async function exchange(tools: Tools, request: Request): Promise<Outcome<Response>> {
  try {
    const response = await tools.fetch(request.url, {
      method: request.method ?? 'GET',
      headers: {
        accept: 'application/json',
        ...(request.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...request.headers,
      },
      body: request.json === undefined ? request.body : JSON.stringify(request.json),
      timeoutMs: request.timeoutMs,
      maxBytes: request.maxBytes,
      gapMs: request.gapMs,
      // Only an address that `serverAddress` let through, or a feed's, is plain http.
      allowHttp: String(request.url).startsWith('http:'),
    })
    return done(response)
  } catch (error) {
    return failed(noAnswer(request, error))
  }
}

/** What came instead of an answer, as a failure. */
export function noAnswer(request: Pick<Request, 'url' | 'publishes'>, error: unknown): Failure {
  const detail = error instanceof Error ? error.message : String(error)
  if (!(error instanceof FetchFailure) || error.requestSent) return doubt(request, detail)
  if (error.kind === 'private-address' || error.kind === 'bad-url') {
    return { kind: 'rejected', reason: notOnTheInternet(new URL(request.url).host), detail }
  }
  return { kind: 'transient', detail }
}

function doubt(request: Pick<Request, 'publishes'>, detail: string): Failure {
  return { kind: request.publishes ? 'unknown-outcome' : 'transient', detail }
}
