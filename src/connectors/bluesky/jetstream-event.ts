import { z } from 'zod'
import { postRecordSchema } from './post-view.ts'

export const postCollection = 'app.bsky.feed.post'

/** One whole post, with every facet and embed, weighs a few kilobytes; what weighs more is not read. */
export const maxEventUnits = 256 * 1024

/** DID and record key as the specifications allow them (atproto.com/specs/did, /record-key, read 2026-11-26). */
const did = z
  .string()
  .max(2048)
  .regex(/^did:[a-z]+:[A-Za-z0-9._:%-]*[A-Za-z0-9._-]$/)
const key = z.string().regex(/^[A-Za-z0-9._:~-]{1,512}$/)

const common = { did, time_us: z.int().positive() }

/** What we use of the wire of `/subscribe` (bluesky-social/jetstream, docs/README.md section 5, read 2026-11-26). */
const eventSchema = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('commit'),
    commit: z.discriminatedUnion('operation', [
      z.object({
        operation: z.enum(['create', 'update']),
        collection: z.string(),
        rkey: key,
        record: postRecordSchema,
      }),
      z.object({ operation: z.literal('delete'), collection: z.string(), rkey: key }),
    ]),
  }),
  z.object({
    ...common,
    kind: z.literal('account'),
    account: z.object({ active: z.boolean(), status: z.string().optional() }),
  }),
  z.object({ ...common, kind: z.enum(['identity', 'sync']) }),
])

export type JetstreamEvent = z.infer<typeof eventSchema>

/** Anyone may have written what is in it, and anything may stand between. @returns null when it is no event */
export function readEvent(message: string): JetstreamEvent | null {
  if (message.length > maxEventUnits) return null
  try {
    const event = eventSchema.safeParse(JSON.parse(message))
    return event.success ? event.data : null
  } catch {
    return null
  }
}
