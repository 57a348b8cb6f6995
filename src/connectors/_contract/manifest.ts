import { z } from 'zod'

const text = z.object({ en: z.string().min(1), fr: z.string().min(1) })

/** Where a figure comes from, and when it was read there. */
const sourced = { source: z.string().min(3), date: z.iso.date() }

/** Width by height: the ratios that networks recommend. */
const imageRatio = z.enum(['4:5', '1:1', '16:9'])
export type ImageRatio = z.infer<typeof imageRatio>

const limit = z.object({ value: z.number().int().positive(), ...sourced })

/** A field of the form by which a person connects an account without a redirect. */
const connectField = z.object({
  name: z.string(),
  label: text,
  hint: text.optional(),
  kind: z.enum(['text', 'password', 'url', 'email']),
  placeholder: z.string().optional(),
  required: z.boolean().default(true),
})

/** An extra the network offers for a post; the composer draws its form from these. */
const optionField = z.object({
  name: z.string(),
  label: text,
  kind: z.enum(['text', 'choice', 'switch', 'list', 'minutes']),
  choices: z.array(z.object({ value: z.string(), label: text })).optional(),
  default: z.unknown().optional(),
})

/**
 * All that the desk knows of a network, as data: it drives the editor, the previews, server validation,
 * the API and the documentation. Limits read from the network at run time (see `limitsOf`) win over these.
 */
export const manifestSchema = z.object({
  /** Equal to the folder's name. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string(),
  /** One or two letters shown as the network's stamp. */
  stamp: z.string().min(1).max(2),
  description: text,
  /** Practice networks are offered in practice companies only. */
  practice: z.boolean().default(false),
  capabilities: z.object({
    publish: z.boolean(),
    inbox: z.boolean(),
    metrics: z.boolean(),
    listen: z.boolean(),
  }),
  connect: z.object({
    /** `credentials`: the fields are enough. `oauth`: the fields, then a visit to the network. */
    method: z.enum(['credentials', 'oauth', 'none']),
    fields: z.array(connectField),
    /** Two or three sentences: where to find what the form asks. */
    help: text,
    helpUrl: z.url().optional(),
  }),
  /**
   * How a post can be prevented from leaving twice: a key the network honours (`client-key`: the record's
   * own name; `idempotency-header`), a container made first (`two-step`), or only reading back (`read-back`).
   */
  idempotency: z.enum(['client-key', 'idempotency-header', 'two-step', 'read-back', 'none']),
  text: z
    .object({
      max: limit,
      unit: z.enum(['graphemes', 'characters', 'weighted', 'bytes']),
      /** Where the network folds a long text behind "see more", if it does. */
      foldsAt: limit.optional(),
    })
    .optional(),
  images: z
    .object({
      max: limit,
      maxBytes: limit,
      types: z.array(z.string()),
      maxAltLength: limit.optional(),
      maxPixels: limit.optional(),
      /** The ratio in which the network shows every picture, whatever its own: it cuts what does not have it. */
      shownAt: z.object({ value: imageRatio, ...sourced }).optional(),
    })
    .optional(),
  /** Without it, no video leaves. One video a post, and no image beside it. */
  video: z
    .object({
      maxBytes: limit,
      types: z.array(z.string()),
      maxSeconds: limit.optional(),
      /** Of the images: `avc`, `hevc`, `vp9`…; without it, whatever the type may hold. */
      codecs: z.array(z.string()).optional(),
      maxPixels: limit.optional(),
      maxFrameRate: limit.optional(),
      /** Width by height. */
      ratio: z.object({ min: z.number(), max: z.number(), ...sourced }).optional(),
    })
    .optional(),
  options: z.array(optionField).default([]),
  rates: z
    .array(z.object({ what: text, max: z.number(), perSeconds: z.number(), ...sourced }))
    .default([]),
  /** Shortest time between two posts of one account, in milliseconds: our own politeness. */
  minGapMs: z.number().int().nonnegative().default(0),
  /** What the network can tell of a post and of an account; anything else is "not provided". */
  metrics: z.object({
    post: z.array(z.enum(['likes', 'reposts', 'replies', 'quotes', 'views', 'bookmarks'])),
    channel: z.array(z.enum(['followers', 'following', 'posts'])),
  }),
  docs: z.array(z.object({ title: z.string(), url: z.url(), date: z.iso.date() })),
})

export type Manifest = z.infer<typeof manifestSchema>
export type ManifestInput = z.input<typeof manifestSchema>
export type PostMetric = Manifest['metrics']['post'][number]
export type ChannelMetric = Manifest['metrics']['channel'][number]
