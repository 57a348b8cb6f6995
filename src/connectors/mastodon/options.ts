import { z } from 'zod'
import type { Outgoing } from '#connectors/_contract/connector.ts'

const optionsSchema = z.object({
  visibility: z.enum(['public', 'unlisted', 'private']).catch('public'),
  spoiler: z.string().trim().catch(''),
})

/** Options as they are used; what is missing or unreadable has its default. */
export const optionsOf = (options: Record<string, unknown>) => optionsSchema.parse(options)

/** Who may see the post. An answer is never more public than what it answers. */
export function visibilityOf({ options, replyTo }: Outgoing): string {
  const asked = replyTo?.data?.['visibility']
  if (asked === 'direct' || asked === 'private' || asked === 'unlisted') return asked
  return optionsOf(options).visibility
}
