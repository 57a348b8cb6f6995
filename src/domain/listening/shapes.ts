import { z } from 'zod'

/** The name of a query or a source. */
export const name = z.string().trim().min(1).max(120)

/** A query as it is written. Longer ones are refused by the reading itself, with a sentence. */
export const expression = z.string().max(20_000)

/** A place in a text, in UTF-16 units. */
export const stretch = z.object({ start: z.number().int(), end: z.number().int() })

/** A share with its 95 % interval, each between 0 and 1. */
export const share = z.object({ low: z.number(), value: z.number(), high: z.number() })
