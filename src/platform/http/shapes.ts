import { z } from 'zod'
import { storable } from '#platform/db/storable.ts'

/** An instant as an API speaks it: ISO 8601 in UTC. */
export const instant = z.iso.datetime({ offset: true })

/** A day that may be counted from, before and after: with years of five figures, days are no longer in the order of letters. */
export const day = z.iso.date().refine((one) => one >= '1970-01-01' && one < '3000-01-01', {
  params: {
    text: {
      en: 'Choose a day between 1970 and 2999.',
      fr: 'Choisissez un jour entre 1970 et 2999.',
    },
  },
})

/** A wall time in a zone that is told beside it: `2026-12-01T09:00` in Europe/Paris. */
export const wallTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)

/** What people write, as the database can keep it. */
export const words = (max: number) => z.string().max(max).overwrite(storable)

/** The same, without the blanks around it: a name, a reason. */
export const trimmed = (max: number) => z.string().trim().max(max).overwrite(storable)

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
