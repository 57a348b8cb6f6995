import { z } from 'zod'
import { instant } from '#platform/http/shapes.ts'

/** What can be asked of a text. */
const TASKS = ['shorter', 'clearer', 'hook', 'french', 'english'] as const
const task = z.enum(TASKS)
export type Task = z.infer<typeof task>

const notBlank = (most: number) => z.string().trim().min(1).max(most)

export const assistantInput = z.object({
  address: z.url({ protocol: /^https?$/ }).max(500),
  model: notBlank(200),
  /** Absent: the key stays as it is, where the host does too. Empty: none. */
  key: z.string().trim().max(500).optional(),
})

/** Never the key. */
const assistantView = z.object({
  address: z.string(),
  host: z.string(),
  model: z.string(),
  hasKey: z.boolean(),
  updatedBy: z.string(),
  updatedAt: instant,
})
export type AssistantView = z.infer<typeof assistantView>

/** Null when the company has none. */
export const assistantAnswer = z.object({ assistant: assistantView.nullable() })
export type AssistantAnswer = z.infer<typeof assistantAnswer>

export const helpInput = z.object({ task, text: notBlank(20_000) })

/** All that would leave the desk, word for word, and where to. */
export const preparedView = z.object({
  host: z.string(),
  model: z.string(),
  messages: z.array(z.object({ role: z.enum(['system', 'user']), content: z.string() })),
})
export type PreparedView = z.infer<typeof preparedView>

export const proposalView = z.object({ host: z.string(), text: z.string() })
export type ProposalView = z.infer<typeof proposalView>
