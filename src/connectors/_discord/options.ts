import { z } from 'zod'

const optionsSchema = z.object({
  notify: z.enum(['nobody', 'named', 'everyone']).catch('nobody'),
  silent: z.boolean().catch(false),
  hideCards: z.boolean().catch(false),
})

/** Options as they are used; what is missing or unreadable has its default. */
export const optionsOf = (options: Record<string, unknown>) => optionsSchema.parse(options)
