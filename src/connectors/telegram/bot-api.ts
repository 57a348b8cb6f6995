import { z } from 'zod'
import { ask, type Reply, type Request } from '#connectors/_contract/ask.ts'
import type { Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { movedTo, refusalOf } from './refusal.ts'

export const network = 'Telegram'

export interface Call {
  method: string
  params?: Record<string, unknown>
  /** Each a parameter itself, or named as `attach://name` inside another. */
  files?: Record<string, File>
  publishes?: boolean
}

/**
 * Calls a method of the Bot API (core.telegram.org/bots/api#making-requests, read 2026-11-25). A group that became
 * a supergroup has another number: the same call goes there, for Telegram did nothing of the first.
 */
export async function call<T>(
  tools: Tools,
  token: string,
  { method, params = {}, files = {}, publishes }: Call,
  result: z.ZodType<T>,
): Promise<Outcome<T>> {
  let moved: number | undefined
  const request: Request = {
    url: `https://api.telegram.org/bot${encodeURIComponent(token).replace('%3A', ':')}/${method}`,
    method: 'POST',
    ...bodyOf(params, files),
    publishes,
  }
  const refusal = (reply: Reply) => {
    moved = movedTo(reply)
    return refusalOf(reply, tools)
  }
  const schema = z.object({ ok: z.literal(true), result })
  const answer = await ask(tools, request, { network, schema, refusal })
  if (moved !== undefined && params['chat_id'] !== moved) {
    return call(
      tools,
      token,
      { method, params: { ...params, chat_id: moved }, files, publishes },
      result,
    )
  }
  return answer.ok ? done(answer.value.result as T) : answer
}

function bodyOf(params: Record<string, unknown>, files: Record<string, File>) {
  if (Object.keys(files).length === 0) return { json: params }
  const body = new FormData()
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined) continue
    body.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  for (const [name, file] of Object.entries(files)) body.set(name, file)
  return { body, timeoutMs: 300_000 }
}
