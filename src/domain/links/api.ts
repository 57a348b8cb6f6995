import { z } from 'zod'
import { id, instant, pageOf, pageQuery } from '#platform/http/shapes.ts'
import { verdicts } from './reasons.ts'

const word = z.string().trim().min(1).max(80)

export const newLink = z.object({
  /** Where it leads: a complete http or https address. */
  target: z.string().trim().min(1).max(8_000),
  campaign: word.nullable().default(null),
  /** utm_source, such as “newsletter”; without it the address is left as it is. */
  source: word.nullable().default(null),
  /** utm_medium. */
  medium: word.default('social'),
})

/** How many requests were what: a person, a preview, a bot, the same person again. */
export const clickCounts = z.object({
  human: z.number(),
  preview: z.number(),
  bot: z.number(),
  repeat: z.number(),
})
export type ClickCounts = z.infer<typeof clickCounts>

export const linkView = z.object({
  id,
  code: z.string(),
  /** The address to hand out. */
  url: z.string(),
  target: z.string(),
  campaign: z.string().nullable(),
  deliveryId: id.nullable(),
  channelId: id.nullable(),
  createdAt: instant,
  clicks: clickCounts,
})
export type LinkView = z.infer<typeof linkView>

export const linksQuery = pageQuery.extend({
  deliveryId: id.optional(),
  channelId: id.optional(),
  campaign: z.string().max(80).optional(),
})
export const linksPage = pageOf(linkView)

/** A reason in the reader's language, and how many clicks had it. */
export const reasonCount = z.object({
  verdict: z.enum(verdicts),
  reason: z.string(),
  sentence: z.string(),
  count: z.number(),
})

export const linkDetail = linkView.extend({
  timeZone: z.string(),
  /** Days of the company's calendar that had a request, oldest first. */
  days: z.array(clickCounts.extend({ day: z.iso.date() })),
  reasons: z.array(reasonCount),
  /** Sites the people came from; null when their browser did not say. */
  referrers: z.array(z.object({ host: z.string().nullable(), count: z.number() })),
})
export type LinkDetail = z.infer<typeof linkDetail>

/** What a tag's template may name; each is written as a slug. */
export const UTM_VARIABLES = ['network', 'account', 'campaign', 'post'] as const
export type UtmVariable = (typeof UTM_VARIABLES)[number]

const template = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .overwrite((text) => text.toWellFormed())
  .refine((text) => unknownVariable(text) === undefined, {
    params: {
      text: {
        en: 'Only {network}, {account}, {campaign} and {post} can stand between braces.',
        fr: 'Seuls {network}, {account}, {campaign} et {post} peuvent figurer entre accolades.',
      },
    },
  })

/** The first thing between braces, or lone brace, that stands for nothing. */
function unknownVariable(text: string): string | undefined {
  const known: readonly string[] = UTM_VARIABLES
  const rest = text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    known.includes(name) ? '' : whole,
  )
  return /[{}]/.exec(rest)?.[0]
}

/** Templates of the tags links carry (utm_source…); what is absent is as one level up. */
export const utmPreset = z.object({
  source: template.optional(),
  medium: template.optional(),
  campaign: template.optional(),
  content: template.optional(),
})
export type UtmPreset = z.infer<typeof utmPreset>

export const utmExampleInput = z.object({
  preset: utmPreset,
  /** The campaign it is for: the company's own preset then stands below it. */
  campaignName: z.string().max(80).optional(),
})

/** An address of the company's site as it would leave by some of its accounts. */
export const utmExamples = z.array(
  z.object({
    networkName: z.string().nullable(),
    handle: z.string().nullable(),
    leaves: z.string(),
  }),
)
export type UtmExamples = z.infer<typeof utmExamples>
