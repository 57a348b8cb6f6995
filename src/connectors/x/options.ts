import { z } from 'zod'

const optionsSchema = z.object({
  replies: z
    .enum(['following', 'mentionedUsers', 'verified', 'subscribers'])
    .optional()
    .catch(undefined),
  paidPartnership: z.boolean().catch(false),
  madeWithAi: z.boolean().catch(false),
})

/** The options of a post as X wants them; what is missing or unreadable is left to X. */
export function optionFields(options: Record<string, unknown>): Record<string, unknown> {
  const { replies, paidPartnership, madeWithAi } = optionsSchema.parse(options)
  return {
    ...(replies ? { reply_settings: replies } : {}),
    ...(paidPartnership ? { paid_partnership: true } : {}),
    ...(madeWithAi ? { made_with_ai: true } : {}),
  }
}
