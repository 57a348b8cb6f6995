import { z } from 'zod'

const optionsSchema = z.object({
  page: z.string().trim().catch(''),
  title: z.string().catch(''),
})

/** Options as they are used; what is missing or unreadable has its default. */
export const optionsOf = (options: Record<string, unknown>) => optionsSchema.parse(options)
