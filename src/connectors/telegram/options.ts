import { z } from 'zod'

const optionsSchema = z.object({
  silent: z.boolean().catch(false),
  boldTitle: z.boolean().catch(false),
  linkPreview: z.enum(['below', 'above', 'none']).catch('below'),
})

/** Options as they are used; what is missing or unreadable has its default. */
export const optionsOf = (options: Record<string, unknown>) => optionsSchema.parse(options)
