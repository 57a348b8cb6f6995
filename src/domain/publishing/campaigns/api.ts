import { z } from 'zod'
import { utmPreset } from '#domain/links/api.ts'
import { id, instant, trimmed } from '#platform/http/shapes.ts'
import { postChanges } from '../posts/api.ts'

/** A campaign's stamp: a drawn shape and a letter in it, told apart in black and white. */
export const SHAPES = ['circle', 'square', 'diamond', 'hexagon', 'pennant', 'drop'] as const
export const shape = z.enum(SHAPES)
export type Shape = z.infer<typeof shape>

const letter = z
  .string()
  .regex(/^[\p{L}\p{N}]$/u)
  .transform((one) => one.toLocaleUpperCase('fr').slice(0, 1))

/** A sum in the main unit of a currency, with two decimals at most. */
const amount = z
  .number()
  .min(-999_999_999)
  .max(999_999_999)
  .refine((sum) => Math.abs(sum * 100 - Math.round(sum * 100)) < 1e-4, {
    params: {
      text: {
        en: 'A sum has two decimals at most.',
        fr: 'Une somme a deux décimales au plus.',
      },
    },
  })

const currencies = new Set(Intl.supportedValuesOf('currency'))
const currency = z.string().refine((code) => currencies.has(code), {
  params: {
    text: {
      en: 'Write a currency by its three letters, such as EUR.',
      fr: 'Indiquez la devise par ses trois lettres, par exemple EUR.',
    },
  },
})

/** Every field of a campaign that people write. */
const fields = {
  name: trimmed(80).min(1),
  /** The brief: what it is for, whom it speaks to, what it says, in which voice. */
  objective: trimmed(2000),
  audience: trimmed(2000),
  message: trimmed(2000),
  tone: trimmed(500),
  /** Days of the company's calendar, both included. */
  startsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
  budget: amount.nonnegative().nullable(),
  currency,
  channelIds: z.array(id).max(60),
  shape,
  letter,
  utm: utmPreset,
}

/** Without a shape or a letter, the desk draws a stamp that no campaign under way has. */
export const campaignInput = z.object({
  name: fields.name,
  objective: fields.objective.default(''),
  audience: fields.audience.default(''),
  message: fields.message.default(''),
  tone: fields.tone.default(''),
  startsOn: fields.startsOn.default(null),
  endsOn: fields.endsOn.default(null),
  budget: fields.budget.default(null),
  currency: currency.default('EUR'),
  channelIds: fields.channelIds.default([]),
  shape: shape.optional(),
  letter: letter.optional(),
  utm: utmPreset.default({}),
})

/** What is absent stays as it is. */
export const campaignChanges = z.object(fields).partial()

/** Told by the dates alone, but for what was put away. */
export const stage = z.enum(['planned', 'running', 'ended', 'archived'])
export type Stage = z.infer<typeof stage>

export const campaignSummary = z.object({
  id,
  name: z.string(),
  shape,
  letter: z.string(),
  stage,
  objective: z.string(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  budget: z.number().nullable(),
  currency: z.string(),
  /** The costs entered so far. */
  spent: z.number(),
  /** Posts by status; deleted ones are not counted. */
  posts: z.record(z.string(), z.number()),
})
export type CampaignSummary = z.infer<typeof campaignSummary>

export const costInput = z.object({
  day: z.iso.date(),
  what: trimmed(200).min(1),
  /** In the campaign's currency; what was paid back is negative. */
  amount: amount.refine((sum) => sum !== 0, {
    params: {
      text: { en: 'A cost of nothing is no cost.', fr: 'Une dépense nulle n’est pas une dépense.' },
    },
  }),
})

export const costView = costInput.extend({
  id,
  what: z.string(),
  amount: z.number(),
  by: z.string(),
})
export type CostView = z.infer<typeof costView>

export const campaignView = campaignSummary.extend({
  audience: z.string(),
  message: z.string(),
  tone: z.string(),
  channelIds: z.array(id),
  utm: utmPreset,
  costs: z.array(costView),
  /** Posts by account; one that leaves by two accounts counts in both. */
  byAccount: z.array(z.object({ channelId: id, posts: z.number() })),
  createdBy: z.string(),
  createdAt: instant,
  updatedBy: z.string(),
  updatedAt: instant,
})
export type CampaignView = z.infer<typeof campaignView>

/** Where a post is filed; what is absent stays. */
export const filingInput = postChanges.pick({ campaignId: true, labels: true, about: true })
