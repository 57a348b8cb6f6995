import { z } from 'zod'

const optionsSchema = z.object({
  title: z.string().trim().catch(''),
  subreddit: z.string().trim().catch(''),
  flair: z.string().trim().catch(''),
  asLink: z.boolean().catch(false),
  spoiler: z.boolean().catch(false),
})

/** Options as they are used; what is missing or unreadable has its default. */
export const optionsOf = (options: Record<string, unknown>) => optionsSchema.parse(options)
