import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { FetchFailure } from '#platform/fetch/failure.ts'
import { Problem } from '#platform/http/problem.ts'
import type { PreparedView } from './api.ts'
import type { Assistant } from './assistant.ts'
import {
  notAllowedThere,
  notThere,
  refused,
  tooMuch,
  unreachable,
  unreadable,
  wrongKey,
} from './errors.ts'

/** Models take their time. */
const LIMITS = { timeoutMs: 90_000, maxBytes: 1_000_000 }
const LONGEST = 20_000

/** The part of a chat completion that we use (platform.openai.com, API reference, "Chat", read 2026-11-25). */
const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
})

/**
 * Asks for one chat completion. Only `model` and `messages`, which every endpoint of this kind reads.
 * @returns the text proposed, trimmed
 * @throws Problem in sentences, whatever went wrong there
 */
export async function complete(
  desk: Desk,
  { address, host, model, key }: Assistant,
  messages: PreparedView['messages'],
): Promise<string> {
  const response = await desk
    .fetch(`${address}/chat/completions`, {
      ...LIMITS,
      method: 'POST',
      // Whatever it redirects to is not what the person agreed to.
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key ? { authorization: `Bearer ${key}` } : {}),
      },
      body: JSON.stringify({ model, messages }),
    })
    .catch((error: unknown) => {
      if (!(error instanceof FetchFailure)) throw error
      const isHere = error.kind === 'private-address' || error.kind === 'bad-url'
      throw new Problem(isHere ? notAllowedThere : unreachable, { host })
    })
  if (!response.ok) throw await refusalOf(response, { host, model })
  const answer = completion.safeParse(await response.json().catch(() => null))
  const text = answer.data?.choices[0]?.message.content.trim() ?? ''
  if (text === '' || text.length > LONGEST) throw new Problem(unreadable, { host })
  return text
}

async function refusalOf(response: Response, { host, model }: { host: string; model: string }) {
  const { status } = response
  if (status === 401 || status === 403) return new Problem(wrongKey, { host })
  if (status === 404) return new Problem(notThere, { host, model })
  if (status === 429 || status === 402) return new Problem(tooMuch, { host })
  const body = z
    .object({ error: z.object({ message: z.string() }) })
    .safeParse(await response.json().catch(() => null))
  const said = body.data?.error.message.slice(0, 200) ?? '—'
  return new Problem(refused, { host, status, said })
}
