import { z } from 'zod'
import { id, instant, pageOf, pageQuery } from '#platform/http/shapes.ts'

const state = z.enum(['subscribed', 'left', 'suspended'])

export const subscriberView = z.object({
  id,
  address: z.string(),
  name: z.string(),
  state,
  consentSource: z.string(),
  consentAt: instant,
  addedBy: z.string(),
  addedAt: instant,
  endedAt: instant.nullable(),
  /** How they left, or what their mail server said. */
  endedBy: z.string().nullable(),
})
export type SubscriberView = z.infer<typeof subscriberView>

export const subscribersQuery = pageQuery.extend({ state: state.optional() })
export const subscribersPage = pageOf(subscriberView)

/** A table of people, as text. */
const csv = z.string().min(1).max(3_000_000)
export const listInput = z.object({ csv })

export const importInput = z.object({
  csv,
  consent: z.object({
    /** How they agreed: "form on our site", "sheet at the fair of Lyon". */
    source: z.string().trim().min(3).max(300),
    at: instant,
  }),
})

export const listView = z.object({
  /** People who would be, or were, added. */
  added: z.number(),
  alreadyThere: z.number(),
  /** They left before and stay away, or nothing reaches them. */
  leftBefore: z.number(),
  problems: z.array(z.object({ line: z.number(), sentence: z.string() })),
  problemsInAll: z.number(),
  /** The first ones, to be looked at. */
  sample: z.array(z.object({ address: z.string(), name: z.string() })),
})
export type ListView = z.infer<typeof listView>

export const listSummary = z.object({
  subscribed: z.number(),
  left: z.number(),
  suspended: z.number(),
})
export type ListSummary = z.infer<typeof listSummary>

/** An account that writes letters, and its list. */
export const listOfAccount = listSummary.extend({
  channelId: id,
  name: z.string(),
  address: z.string(),
})
export type ListOfAccount = z.infer<typeof listOfAccount>

export const mailingView = z.object({
  id,
  subject: z.string(),
  at: instant,
  stoppedAt: instant.nullable(),
  letters: z.object({
    waiting: z.number(),
    sent: z.number(),
    refused: z.number(),
    /** They may have left or not, and are never sent again. */
    unknown: z.number(),
    /** They left the list before theirs did. */
    dropped: z.number(),
  }),
})
export type MailingView = z.infer<typeof mailingView>
