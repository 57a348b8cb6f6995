import { z } from 'zod'

const optionsSchema = z.object({ hideCards: z.boolean().catch(false) })

/** Options as they are used; what is missing or unreadable has its default. */
export const optionsOf = (options: Record<string, unknown>) => optionsSchema.parse(options)
