import type { FetchInit } from '#connectors/_contract/connector.ts'
import type { Clock } from '#platform/clock.ts'

// What the doubles of a bot's channel and of a webhook say alike.

export type Body = Record<string, unknown>

/** What was sent, alone or beside files. */
export function contentOf({ body }: FetchInit): Body {
  const words = body instanceof FormData ? body.get('payload_json') : body
  return JSON.parse(String(words)) as Body
}

export const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

export const invalid = (field: string) =>
  json({ message: 'Invalid Form Body', code: 50_035, errors: { [field]: { _errors: [] } } }, 400)

interface Asked {
  question: Body
  answers: Body[]
  duration: number
}

/** The poll of what was sent, with four votes for its first choice. */
export function pollIn({ poll }: Body, clock: Clock) {
  const asked = poll as Asked | undefined
  return (
    asked && {
      question: asked.question,
      answers: asked.answers.map((choice, i) => ({ answer_id: i + 1, ...choice })),
      expiry: new Date(clock.now().getTime() + asked.duration * 3600_000).toISOString(),
      results: { answer_counts: [{ id: 1, count: 4 }], is_finalized: false },
    }
  )
}
