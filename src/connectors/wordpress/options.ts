import { z } from 'zod'

const names = z.array(z.string()).catch([])

const optionsSchema = z.object({
  title: z.string().catch(''),
  excerpt: z.string().catch(''),
  tags: names,
  categories: names,
  featured: z.boolean().catch(true),
})

/** Options as they are used; what is missing or unreadable has its default. */
export const optionsOf = (options: Record<string, unknown>) => optionsSchema.parse(options)
