import { z } from 'zod'
import { id, instant, language, pageQuery, timeZone } from '#platform/http/shapes.ts'
import { hintView } from './hints/api.ts'
import { storable } from './storable.ts'

/** Where to look in a picture: from the left and from the top, 0 to 1. */
export const focal = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })

/** Ratios that a picture can be cut to for one account, width by height. */
export const CROPS = ['4:5', '1:1', '16:9'] as const
export const crop = z.enum(CROPS)

export const mediaView = z.object({
  id,
  kind: z.enum(['image', 'video']),
  url: z.string(),
  /** A small still: of the picture, or of the poster of a video. */
  thumbnailUrl: z.string(),
  type: z.string(),
  bytes: z.number(),
  width: z.number(),
  height: z.number(),
  alt: z.string(),
  /** The point to keep in sight when it is cut; null: the middle. */
  focal: focal.nullable(),
  fileName: z.string(),
  /** What a video is made of; null for a picture. */
  video: z
    .object({
      seconds: z.number(),
      videoCodec: z.string(),
      audioCodec: z.string().nullable(),
      frameRate: z.number(),
    })
    .nullable(),
  /** Whether a still of it was chosen. */
  hasPoster: z.boolean(),
  createdAt: instant,
})
export type MediaView = z.infer<typeof mediaView>

/** As the library lists it. */
export const mediaItem = mediaView.extend({
  /** Posts that show it. */
  uses: z.number(),
})
export type MediaItem = z.infer<typeof mediaItem>

export const mediaQuery = pageQuery.extend({
  after: id.optional(),
  /** Words of its name or of what it shows. */
  search: z.string().trim().max(200).optional(),
  show: z.enum(['all', 'undescribed', 'used', 'unused', 'videos']).default('all'),
})

/** Where it is used. */
export const mediaUses = z.object({
  count: z.number(),
  /** The latest. */
  posts: z.array(z.object({ id, excerpt: z.string() })),
})
export type MediaUses = z.infer<typeof mediaUses>

/** What is absent stays as it is. */
export const mediaChanges = z.object({
  alt: z.string().max(4000).overwrite(storable).optional(),
  focal: focal.nullable().optional(),
})

/** What people write, as the database can keep it. */
const words = (max: number) => z.string().max(max).overwrite(storable)

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

/** Content labels: what a post is to its reader. */
export const LABELS = [
  'informative',
  'useful',
  'exclusive',
  'visual',
  'inspiring',
  'spontaneous',
  'unexpected',
] as const
export const label = z.enum(LABELS)
export type Label = z.infer<typeof label>
export const about = z.enum(['us', 'customer'])

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

/** A wall time in a zone: `2026-12-01T09:00` in Europe/Paris. */
export const wallTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)

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

export const deliveryState = z.enum([
  'planned',
  'sending',
  /** A person was asked to put it up by hand. */
  'handed',
  'published',
  'failed',
  'unknown',
  'cancelled',
])

/** The post itself, what follows it in a thread, the first comment under it, or an answer from the inbox. */
export const deliveryKind = z.enum(['post', 'part', 'comment', 'reply'])

/** Why it stays although its hour comes. */
export const hold = z.enum(['approval', 'crisis', 'ask'])

export const attemptView = z.object({
  at: instant,
  /** What was tried and what the network said, in plain words of the reader's language. */
  sentence: z.string(),
  outcome: z.string().nullable(),
})

export const deliveryView = z.object({
  id,
  channelId: id,
  state: deliveryState,
  holds: z.array(hold),
  kind: deliveryKind,
  /** Place in its chain: the post is 0, the parts of its thread follow, its first comment comes last. */
  part: z.number(),
  /** What leaves, or left: the text with its links replaced. */
  text: z.string(),
  dueAt: instant,
  publishedAt: instant.nullable(),
  remoteUrl: z.string().nullable(),
  /** What went wrong and what to do; null when nothing did. */
  trouble: z.string().nullable(),
  /** What the desk does next and when, or what it waits for; null when its state says it all. */
  next: z.string().nullable(),
  /** What the person may do now. */
  actions: z.array(z.enum(['release', 'retry', 'cancel', 'mark-published', 'check-again'])),
  attempts: z.array(attemptView),
  /** How people voted, as the network told it last; null where nothing was asked, or told yet. */
  poll: z
    .object({
      choices: z.array(z.object({ label: z.string(), votes: z.number() })),
      endsAt: instant,
      over: z.boolean(),
      readAt: instant.nullable(),
    })
    .nullable(),
})
export type DeliveryView = z.infer<typeof deliveryView>

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

export const checkInput = postInput.extend({
  /** The post itself, when it is kept already: it is not compared with itself. */
  postId: id.optional(),
})

/** A post by the same account that says nearly the same: told, never in the way. */
export const similarPost = z.object({
  deliveryId: id,
  postId: id.nullable(),
  text: z.string(),
  at: instant,
  isPlanned: z.boolean(),
  url: z.string().nullable(),
  /** Share of the text in common, 0 to 1. */
  likeness: z.number(),
})
export type SimilarPost = z.infer<typeof similarPost>

/** Where a person found it on the network. */
export const markPublishedInput = z
  .object({
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .nullish(),
  })
  .nullish()

const measures = z.object({
  type: z.string(),
  bytes: z.number(),
  width: z.number(),
  height: z.number(),
})

/** What becomes of a picture on its way to an account. */
export const departureView = z.object({
  mediaId: id,
  crop: crop.nullable(),
  /** The ratio in which the network shows it, when it has one. */
  shownAt: crop.nullable(),
  before: measures,
  after: measures,
  /** The picture as it will leave. */
  url: z.string(),
})
export type DepartureView = z.infer<typeof departureView>

/** What a network would refuse or change, by account: shown in the margin before anything is scheduled. */
export const checkView = z.object({
  channels: z.array(
    z.object({
      channelId: id,
      length: z.number(),
      max: z.number().nullable(),
      /** What follows the post, each as long as the network counts it; `field` is `thread/<i>` or `firstComment`. */
      following: z.array(z.object({ field: z.string(), length: z.number() })),
      problems: z.array(z.object({ field: z.string(), sentence: z.string() })),
      advice: z.array(z.object({ field: z.string(), sentence: z.string() })),
      /** Where each address of the text will lead, the tags added to it included. */
      links: z.array(z.object({ address: z.string(), target: z.string() })),
      similar: z.array(similarPost),
      pictures: z.array(departureView),
    }),
  ),
  /** What a careful colleague would remark of the words, most useful first. */
  hints: z.array(hintView),
})
export type CheckView = z.infer<typeof checkView>
