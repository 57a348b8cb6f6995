import { z } from 'zod'

/** What `action=edit` answers. */
export const editSchema = z.object({
  edit: z.object({
    result: z.string(),
    title: z.string().optional(),
    newrevid: z.number().optional(),
    newtimestamp: z.string().optional(),
  }),
})
