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
  /** `choice`: one of `choices`. `lines`: several lines. */
  kind: z.enum(['text', 'password', 'url', 'email', 'choice', 'lines']),
  choices: z
    .array(
      z.object({
        value: z.string(),
        label: text,
        /** What it proposes for other fields, by their names; a person may write something else. */
        fills: z.record(z.string(), text).default({}),
      }),
    )
    .optional(),
  placeholder: z.string().optional(),
  required: z.boolean().default(true),
})

/**
 * What a company registers with the network before any of its accounts can be connected: an app of its own.
 * Its keys are asked for in the desk, kept encrypted, and given to the connector as `tools.app`.
 */
const registeredApp = z.object({
  /** As the network calls them: “Client ID”, “App secret”. */
  fields: z.array(connectField).min(1),
  /**
   * What to do on the network's own pages, in order, its buttons named as they are named there. `{redirectUri}`
   * and `{webhookUri}` stand for this desk's addresses, `{verifyToken}` for the word it agrees on with the network.
   */
  steps: z.array(z.object({ text, url: z.url().optional() })).min(1),
  /** What the network is asked to allow, and what for. */
  scopes: z.array(z.object({ name: z.string(), why: text })).default([]),
  /** When the network must review the app before people outside it can connect: what, and how long it takes. */
  review: text.optional(),
  ...sourced,
})

/** An extra the network offers for a post; the composer draws its form from these. */
const optionField = z.object({
  name: z.string(),
  label: text,
  kind: z.enum(['text', 'choice', 'switch', 'list', 'minutes']),
  choices: z.array(z.object({ value: z.string(), label: text })).optional(),
  default: z.unknown().optional(),
})

/** What may be shown of itself by a post that takes another form than the network's usual one. */
const form = z.object({
  /** The option that chooses it, and its value. */
  option: z.string(),
  value: z.string(),
  /** As it stands in a sentence: “a story”. */
  called: text,
  /** What whoever writes it has to know: how long it is seen, what it cannot carry. */
  known: text,
  /** Whether it carries words, takes descriptions, and lets the account comment on it. */
  words: z.boolean(),
  described: z.boolean(),
  comment: z.boolean(),
  imagesMax: limit,
  /** Of images; absent: any. */
  ratio: z.object({ min: z.number(), max: z.number(), ...sourced }).optional(),
  videoMaxBytes: limit.optional(),
  videoMaxSeconds: limit.optional(),
})

/**
 * What uses a quota up, or costs: so much for each thing sent. `post` is a post (the first part of a thread),
 * `part` each further part and the first comment, `reply` an answer from the inbox, `image` each picture of any
 * of them. Absent: nothing.
 */
const weights = z
  .object({ post: z.number(), part: z.number(), reply: z.number(), image: z.number() })
  .partial()

/**
 * How much one account may send in a window of time. A delivery that would exceed it waits until the window frees.
 */
const quota = z.object({
  /** Its name within the network; kept with what waits for it. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** What is counted, in the plural: "posts", "points". */
  what: text,
  counts: weights,
  max: z.number().int().positive(),
  /** `rolling`: any stretch of so many seconds. `day`: from midnight to midnight of a zone, the company's if none. */
  window: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('rolling'), seconds: z.number().int().positive() }),
    z.object({ kind: z.literal('day'), timeZone: z.string().optional() }),
  ]),
  /** Told only when it comes near: politeness towards a machine rather than a limit that people plan by. */
  quiet: z.boolean().default(false),
  ...sourced,
})

/** What the network bills for sending. */
const price = z.object({
  counts: weights,
  /** For one, in whole units of the currency (0.015 dollars). */
  amount: z.number().nonnegative(),
  /** For one whose text holds a link, where that costs more. */
  withLink: z.number().nonnegative().optional(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  ...sourced,
})

/**
 * All that the desk knows of a network, as data: it drives the editor, the previews, server validation,
 * the API and the documentation. Limits read from the network at run time (see `limitsOf`) win over these.
 */
export const manifestSchema = z.object({
  /** Equal to the folder's name. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string(),
  /** Instead of `name` in sentences and lists, where it is no brand but words of a language. */
  called: text.optional(),
  /** One or two letters shown as the network's stamp. */
  stamp: z.string().min(1).max(2),
  description: text,
  /** Practice networks are offered in practice companies only. */
  practice: z.boolean().default(false),
  /** The network it plays, for practice: its preview and its way of counting are that one's. */
  plays: z.string().optional(),
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
    /** Absent: the network asks for no app of the company's own. */
    app: registeredApp.optional(),
    /**
     * Another way beside the fields: a visit to the network's own page, by `begin` and `finish`, after these fields of
     * its own. Proposed first where the network can reach this desk in https, since it comes to read who asks.
     */
    visit: z
      .object({
        fields: z.array(connectField),
        help: text,
        /** As the way by the fields above is called: “With an app password”. */
        otherwise: text,
      })
      .optional(),
    /** Two or three sentences: where to find what the form asks. */
    help: text,
    helpUrl: z.url().optional(),
    /** An address of the network that answers without an account: the desk compares its clock there. */
    answersAt: z.url().optional(),
  }),
  /**
   * Nothing leaves by itself: at its hour a post is handed to a person, who puts it where it belongs and says so.
   * Then there is `handed` instead of `publish`, and no network is asked anything.
   */
  handed: z.boolean().default(false),
  /** It takes no post: `publish` is there to answer what was said, and nothing else. */
  answersOnly: z.boolean().default(false),
  /** People write on pages that this desk serves, within the company's own website: there is a `site`. */
  site: z.boolean().default(false),
  /**
   * How a post can be prevented from leaving twice: a key the network honours (`client-key`: the record's
   * own name; `idempotency-header`), a container made first (`two-step`), or only reading back (`read-back`).
   * `none`: the network can neither be given a key nor be read; after a doubt a person is asked at once.
   */
  idempotency: z.enum(['client-key', 'idempotency-header', 'two-step', 'read-back', 'none']),
  text: z
    .object({
      max: limit,
      /** Of what answers, and of a comment, in the same unit; absent: as of a post. */
      answerMax: limit.optional(),
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
      /** Whether the network takes the description of an image at all; of a video too. */
      described: z.boolean().default(true),
      maxPixels: limit.optional(),
      /** Width by height; what is flatter or taller is refused, and has to be cut. */
      ratio: z.object({ min: z.number(), max: z.number(), ...sourced }).optional(),
      /** The ratio in which the network shows every picture, whatever its own: it cuts what does not have it. */
      shownAt: z.object({ value: imageRatio, ...sourced }).optional(),
    })
    .optional(),
  /** Whether a post must show something, an image or a video; what answers it need not. */
  needsMedia: z.boolean().default(false),
  /** Without it, no video leaves. One video a post, and no image beside it. */
  video: z
    .object({
      /** Whether the network takes a description of it. */
      described: z.boolean().default(true),
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
  /** What the account may say under its own post: further parts of a thread, a first comment. */
  follow: z
    .object({ thread: z.boolean(), comment: z.boolean() })
    .default({ thread: true, comment: true }),
  /** Where what comes to the inbox can only be answered on the network itself: what whoever answers is told. */
  answeredThere: text.optional(),
  /** A question with choices, in the post itself; absent: the network has none. */
  poll: z
    .object({
      choicesMax: limit,
      choiceLength: limit,
      minutesMin: limit,
      minutesMax: limit,
      /** Whether people may choose several. */
      multiple: z.boolean(),
      /** Whether one post may have a poll and pictures. */
      withImages: z.boolean(),
    })
    .optional(),
  /**
   * The card of a link: the network reads the page by itself (`made-there`), or shows one only if it is sent with
   * the post (`sent-along`). Absent: it shows none.
   */
  linkCard: z.enum(['made-there', 'sent-along']).optional(),
  options: z.array(optionField).default([]),
  /** Forms that a post may take by an option, with limits of their own. */
  forms: z.array(form).default([]),
  rates: z
    .array(z.object({ what: text, max: z.number(), perSeconds: z.number(), ...sourced }))
    .default([]),
  quotas: z.array(quota).default([]),
  prices: z.array(price).default([]),
  /** Shortest time between two posts of one account, in milliseconds: our own politeness. */
  minGapMs: z.number().int().nonnegative().default(0),
  /** What the network can tell of a post and of an account; anything else is "not provided". */
  metrics: z.object({
    post: z.array(
      z.enum(['likes', 'reposts', 'replies', 'quotes', 'views', 'reach', 'clicks', 'bookmarks']),
    ),
    channel: z.array(z.enum(['followers', 'following', 'posts'])),
  }),
  /** What people say there may be kept so many hours only: it is forgotten then, and can still be read there. */
  lendsSaid: z.object({ hours: z.number().int().positive(), ...sourced }).optional(),
  docs: z.array(z.object({ title: z.string(), url: z.url(), date: z.iso.date() })),
})

export type Manifest = z.infer<typeof manifestSchema>
export type Quota = Manifest['quotas'][number]
export type Form = Manifest['forms'][number]
export type Price = Manifest['prices'][number]
export type RegisteredApp = z.infer<typeof registeredApp>
export type Weights = Quota['counts']
export type ManifestInput = z.input<typeof manifestSchema>
export type PostMetric = Manifest['metrics']['post'][number]
export type ChannelMetric = Manifest['metrics']['channel'][number]
