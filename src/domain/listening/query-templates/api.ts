import { z } from 'zod'

export const queryTemplate = z.object({
  id: z.string(),
  title: z.string(),
  help: z.string(),
  blanks: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      example: z.string(),
      optional: z.boolean(),
    }),
  ),
})
export type QueryTemplateView = z.infer<typeof queryTemplate>

export const templateFilling = z.object({
  id: z.string().max(40),
  values: z.record(z.string().max(20), z.string().max(500)),
})
