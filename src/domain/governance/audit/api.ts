import { z } from 'zod'
import { instant, pageOf } from '#platform/http/shapes.ts'

export type { AuditFamily } from './actions/index.ts'

const filters = z.object({
  /** Id of a person or a key, or `desk`. */
  who: z.string().max(100).optional(),
  /** First word of the actions wanted: post, delivery, channel, member, key, crisis… */
  what: z
    .string()
    .regex(/^[a-z_-]{1,40}$/)
    .optional(),
  from: instant.optional(),
  to: instant.optional(),
})
export type AuditFilters = z.output<typeof filters>

export const auditQuery = filters.extend({
  /** Entries before this number. */
  after: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const auditExportQuery = filters.extend({ format: z.enum(['csv', 'json']).default('csv') })

const auditEntry = z.object({
  seq: z.number(),
  at: instant,
  who: z.object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['person', 'program', 'desk']),
  }),
  action: z.string(),
  /** What happened, in the reader's language. */
  sentence: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
  digest: z.string(),
  prevHash: z.string(),
  hash: z.string(),
})
export type AuditEntryView = z.infer<typeof auditEntry>
export const auditPage = pageOf(auditEntry)

/** Whether the chain holds. `head`: note it elsewhere, and give it to `bin/audit verify` later. */
export const auditVerdict = z.object({
  intact: z.number(),
  head: z.object({ seq: z.number(), hash: z.string() }),
  broken: z.object({ seq: z.number(), id: z.number().nullable(), fault: z.string() }).nullable(),
})
export type AuditVerdict = z.infer<typeof auditVerdict>

/** Who and what occur in the trail: what one may filter by. */
export const auditFacets = z.object({
  who: z.array(auditEntry.shape.who),
  what: z.array(z.string()),
})
export type AuditFacets = z.infer<typeof auditFacets>
