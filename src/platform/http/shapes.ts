import { z } from 'zod'

/** An instant as an API speaks it: ISO 8601 in UTC. */
export const instant = z.iso.datetime({ offset: true })

export const id = z.uuid()

export const byId = z.object({ id })

/** A page of a long list: `next` is handed back as `after`. */
export const pageQuery = z.object({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

/** An IANA time zone that this machine knows. */
export const timeZone = z.string().refine(
  (zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone })
      return true
    } catch {
      return false
    }
  },
  {
    params: {
      text: {
        en: 'Choose an IANA time zone, for instance Europe/Paris.',
        fr: 'Choisissez un fuseau horaire IANA, par exemple Europe/Paris.',
      },
    },
  },
)

export const language = z.enum(['en', 'fr'])
