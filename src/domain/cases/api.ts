import { z } from 'zod'
import { mentionView } from '#domain/listening/api.ts'
import { id, instant, pageOf, pageQuery } from '#platform/http/shapes.ts'

export const caseKind = z.enum(['lead', 'case'])
export const caseState = z.enum(['open', 'won', 'lost', 'closed'])
const title = z.string().trim().min(1).max(200)
const day = z.iso.date()

export const caseInput = z.object({
  kind: caseKind,
  /** Absent: called after its first mention. */
  title: title.optional(),
  mentionIds: z.array(id).min(1).max(50),
  assignedTo: id.nullable().default(null),
  dueOn: day.nullable().default(null),
})

export const caseChanges = z.object({
  /** The version that was read: a change made meanwhile by somebody else is not written over. */
  version: z.number().int(),
  title: title.optional(),
  state: caseState.optional(),
  assignedTo: id.nullable().optional(),
  dueOn: day.nullable().optional(),
})

export const noteInput = z.object({ text: z.string().trim().min(1).max(5000) })
export const heldInput = z.object({ mentionId: id })

export const caseSummary = z.object({
  id,
  kind: caseKind,
  /** Null when it was named after a mention that is no longer kept. */
  title: z.string().nullable(),
  state: caseState,
  assignedTo: z.object({ userId: id, name: z.string() }).nullable(),
  dueOn: day.nullable(),
  person: z
    .object({ name: z.string(), handle: z.string(), profileUrl: z.string().nullable() })
    .nullable(),
  mentions: z.number(),
  notes: z.number(),
  openedBy: z.string(),
  openedAt: instant,
  changedAt: instant,
  version: z.number(),
})
export type CaseSummary = z.infer<typeof caseSummary>

export const caseView = caseSummary.extend({
  alertId: id.nullable(),
  changedBy: z.string(),
  /** Those still kept, earliest first; `mentions` counts the others too. */
  held: z.array(mentionView),
  thread: z.array(z.object({ id, by: z.string(), at: instant, text: z.string() })),
})
export type CaseView = z.infer<typeof caseView>

export const casesQuery = pageQuery.extend({
  kind: caseKind.optional(),
  state: z.enum(['open', 'ended', 'all']).default('open'),
  /** Those of one member, `me` or their id, or those of nobody. */
  assigned: z.union([z.enum(['me', 'nobody']), id]).optional(),
})
export const casesPage = pageOf(caseSummary)
export type CasesPage = z.infer<typeof casesPage>

export const ofMentionsQuery = z.object({
  /** Ids of mentions, by commas. */
  ids: z
    .string()
    .max(8_000)
    .transform((list) => list.split(','))
    .pipe(z.array(id).min(1).max(200)),
})
export const casesOfMentions = z.array(
  z.object({ mentionId: id, id, kind: caseKind, state: caseState }),
)
export type CasesOfMentions = z.infer<typeof casesOfMentions>
