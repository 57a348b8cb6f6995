import { z } from 'zod'

export const cardQuery = z.object({ url: z.url({ protocol: /^https?$/ }).max(2000) })

/** What networks will find behind a link. */
export const cardView = z.object({
  url: z.string(),
  host: z.string(),
  /** Null when there is nothing to show. */
  card: z
    .object({
      title: z.string(),
      description: z.string(),
      siteName: z.string(),
      picture: z
        .object({
          /** Served by the desk: the page’s own is never asked by a reader’s browser. */
          url: z.string(),
          width: z.number(),
          height: z.number(),
        })
        .nullable(),
    })
    .nullable(),
  /** What to mend on the page, in sentences. */
  advice: z.array(z.string()),
})
export type CardView = z.infer<typeof cardView>

export const cardPictureParams = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })
