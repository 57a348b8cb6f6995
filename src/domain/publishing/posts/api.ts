import { z } from 'zod'
import { id, instant, language, timeZone, wallTime, words } from '#platform/http/shapes.ts'
import { deliveryView } from '../deliveries/api.ts'
import { about, label, LABELS } from '../labels/api.ts'
import { crop, mediaView } from '../media/api.ts'

/** The value of an extra, of the kinds that a manifest can ask for. */
const optionValue: z.ZodType<unknown> = z.union([
  words(5000),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(words(1000)).max(50),
])

/** What follows the first part of a thread. */
export const partInput = z.object({
  text: words(20_000).default(''),
  mediaIds: z.array(id).max(20).default([]),
})

export const pollInput = z.object({
  choices: z.array(words(200)).min(2).max(10),
  minutes: z.number().int().min(5).max(525_600).default(1440),
  multiple: z.boolean().default(false),
})

/** Null text, media, thread or first comment: as the post. */
export const variantInput = z.object({
  channelId: id,
  text: words(20_000).nullable().default(null),
  mediaIds: z.array(id).max(20).nullable().default(null),
  thread: z.array(partInput).max(24).nullable().default(null),
  firstComment: words(20_000).nullable().default(null),
  options: z.record(words(100), optionValue).default({}),
  /** By picture: what it is cut to for this account; absent: as it is. */
  crops: z.record(id, crop).default({}),
})

export const postInput = z.object({
  text: words(20_000).default(''),
  language: language.nullable().default(null),
  mediaIds: z.array(id).max(20).default([]),
  variants: z.array(variantInput).max(60).default([]),
  trackLinks: z.boolean().default(true),
  campaign: words(80).trim().nullable().default(null),
  thread: z.array(partInput).max(24).default([]),
  firstComment: words(20_000).default(''),
  poll: pollInput.nullable().default(null),
  labels: z.array(label).max(LABELS.length).default([]),
  about: about.nullable().default(null),
  campaignId: id.nullable().default(null),
})

/**
 * What is absent stays as it is. `version` is the one that was read: a later one means that somebody else wrote
 * meanwhile (409).
 */
export const postChanges = z.object({
  // Not `postInput.partial()`: its defaults would empty what a request does not mention.
  text: postInput.shape.text.unwrap().optional(),
  language: postInput.shape.language.unwrap().optional(),
  mediaIds: postInput.shape.mediaIds.unwrap().optional(),
  variants: postInput.shape.variants.unwrap().optional(),
  trackLinks: z.boolean().optional(),
  campaign: postInput.shape.campaign.unwrap().optional(),
  thread: postInput.shape.thread.unwrap().optional(),
  firstComment: postInput.shape.firstComment.unwrap().optional(),
  poll: postInput.shape.poll.unwrap().optional(),
  labels: postInput.shape.labels.unwrap().optional(),
  about: postInput.shape.about.unwrap().optional(),
  campaignId: postInput.shape.campaignId.unwrap().optional(),
  version: z.number().int(),
})

/** Why it may leave before its embargo ends: a sentence, by somebody who may publish alone. */
const despiteEmbargo = words(500).trim().optional()

export const scheduleInput = z.object({
  version: z.number().int(),
  /** Wall time in the zone; absent means now. */
  wallTime: wallTime.optional(),
  timeZone: timeZone.optional(),
  despiteEmbargo,
})

/** The version that was read. */
export const versionInput = z.object({ version: z.number().int() })

/** Moving keeps the hour unless a wall time with another hour is given. */
export const moveInput = z.object({ wallTime, version: z.number().int(), despiteEmbargo })

/** State of a post as a calendar shows it. */
export const postStatus = z.enum([
  'draft',
  'in-review',
  'held',
  'scheduled',
  'publishing',
  'handed',
  'published',
  'partly-published',
  'failed',
  'unknown',
  'cancelled',
])
export type PostStatus = z.infer<typeof postStatus>

export const variantView = z.object({
  channelId: id,
  text: z.string().nullable(),
  mediaIds: z.array(id).nullable(),
  thread: z.array(partInput).nullable(),
  firstComment: z.string().nullable(),
  options: z.record(z.string(), z.unknown()),
  crops: z.record(z.string(), crop),
})

export const postView = z.object({
  id,
  status: postStatus,
  text: z.string(),
  language: language.nullable(),
  mediaIds: z.array(id),
  media: z.array(mediaView),
  variants: z.array(variantView),
  scheduledAt: instant.nullable(),
  timeZone: z.string().nullable(),
  wallTime: z.string().nullable(),
  trackLinks: z.boolean(),
  campaign: z.string().nullable(),
  thread: z.array(partInput),
  firstComment: z.string(),
  poll: pollInput.nullable(),
  labels: z.array(label),
  about: about.nullable(),
  campaignId: id.nullable(),
  origin: z.object({ kind: z.string(), id: z.string() }).nullable(),
  /** Nothing of it may leave before. */
  embargo: z.object({ wallTime, timeZone }).nullable(),
  version: z.number(),
  createdBy: z.string(),
  updatedAt: instant,
  deliveries: z.array(deliveryView),
})
export type PostView = z.infer<typeof postView>

/** A post as the calendar lists it: light, so that five hundred in a month stay quick. */
export const postSummary = z.object({
  id,
  status: postStatus,
  excerpt: z.string(),
  thumbnailUrl: z.string().nullable(),
  channelIds: z.array(id),
  labels: z.array(z.string()),
  campaignId: id.nullable(),
  scheduledAt: instant.nullable(),
  wallTime: z.string().nullable(),
  timeZone: z.string().nullable(),
  version: z.number(),
  updatedAt: instant,
})
export type PostSummary = z.infer<typeof postSummary>

export const postsQuery = z
  .object({
    /** Instants; both or none. Without them: drafts and what needs attention. */
    from: instant.optional(),
    to: instant.optional(),
    status: z
      .array(postStatus)
      .or(postStatus.transform((one) => [one]))
      .optional(),
    channelId: id.optional(),
    /** With or without a range: all posts of a campaign, all posts with a label. */
    campaignId: id.optional(),
    label: label.optional(),
  })
  .refine(({ from, to }) => Boolean(from) === Boolean(to), {
    path: ['to'],
    message: 'from and to are given together',
  })
