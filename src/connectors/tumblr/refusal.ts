import { z } from 'zod'
import { parseJson, type Reply } from '#connectors/_contract/ask.ts'
import type { Tools } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import { imageRefused, refusedBy } from '#connectors/_contract/refusals.ts'

/** `errors` beside `meta`: words, and a subcode (www.tumblr.com/docs/en/api/v2#errors-and-error-subcodes). */
const errorSchema = z.object({
  errors: z
    .array(
      z.object({
        title: z.string().default(''),
        detail: z.string().default(''),
        code: z.number().default(0),
      }),
    )
    .min(1),
})

const hour = 3600_000

/** What Tumblr means by a refusal, where HTTP alone does not tell; null when it does. */
export function refusalOf(reply: Reply, { clock }: Pick<Tools, 'clock'>): Failure | null {
  const error = errorSchema.safeParse(parseJson(reply.text)).data?.errors[0]
  if (!error) return null
  const detail = `${reply.status}.${error.code} ${error.title} ${error.detail}`.trim()
  // The day's images or posts are used up; when Tumblr's day ends, it does not say.
  if (fullForToday.has(error.code)) {
    return { kind: 'rate', until: new Date(clock.now().getTime() + hour), detail }
  }
  if (reply.status !== 400 && reply.status !== 403) return null
  if (error.code === 8005) {
    return { kind: 'rejected', reason: imageRefused('Tumblr'), field: 'images', detail }
  }
  return { kind: 'rejected', reason: refusedBy('Tumblr', error.detail || error.title), detail }
}

const fullForToday = new Set([8004, 8011, 8023])
