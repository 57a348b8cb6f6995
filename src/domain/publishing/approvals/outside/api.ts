import { z } from 'zod'
import { pollInput, postStatus } from '../../posts/api.ts'
import { id, instant, language, trimmed, wallTime } from '#platform/http/shapes.ts'
import { decisionInput, decision } from '../api.ts'
import { commentView } from '../comments/api.ts'

/** What a link opens: one post, the posts of a campaign, or those of a month. */
export const linkInput = z
  .object({
    postId: id.nullable().default(null),
    campaignId: id.nullable().default(null),
    /** `2026-12`, in the company's zone. */
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .nullable()
      .default(null),
    guestName: trimmed(120).default(''),
    /** Needed for the post to wait for them; the link is sent there. */
    guestEmail: z.email().max(254).toLowerCase().nullable().default(null),
    language: language.optional(),
    /** Asked for before anything is shown; told by another way than the link. */
    passcode: z.string().trim().min(4).max(64).nullable().default(null),
    /** The post waits for what they say. */
    waits: z.boolean().default(false),
    days: z.number().int().min(1).max(90).default(14),
  })
  .refine(
    ({ postId, campaignId, month }) => [postId, campaignId, month].filter(Boolean).length === 1,
    { path: ['postId'], message: 'one of postId, campaignId and month' },
  )
  .refine(({ waits, guestEmail, postId }) => !waits || (guestEmail && postId), {
    path: ['guestEmail'],
    message: 'a post waits for somebody with an address',
  })

export const linkView = z.object({
  id,
  /** The address to hand over. Null when it can no longer be shown. */
  url: z.string().nullable(),
  postId: id.nullable(),
  campaignId: id.nullable(),
  month: z.string().nullable(),
  guestName: z.string(),
  guestEmail: z.string().nullable(),
  language,
  hasPasscode: z.boolean(),
  waits: z.boolean(),
  expiresAt: instant,
  state: z.enum(['open', 'expired', 'revoked']),
  seenAt: instant.nullable(),
})
export type ReviewLinkView = z.infer<typeof linkView>

export const byToken = z.object({ token: z.string().regex(/^[\w-]{43}$/) })
/** What stands for a passcode once it was given; empty where none is asked. */
export const proof = z.object({ proof: z.string().max(64).optional() })

export const passcodeInput = z.object({ passcode: z.string().trim().max(64) })
export const proofView = z.object({ proof: z.string() })

const image = z.object({ url: z.string(), alt: z.string(), width: z.number(), height: z.number() })
const partView = z.object({ text: z.string(), images: z.array(image) })

/** A post as somebody outside sees it: what leaves by each account, and when. Nothing else of the company. */
export const reviewedPost = z.object({
  postId: id,
  status: postStatus,
  wallTime: z.string().nullable(),
  timeZone: z.string().nullable(),
  /** It leaves as soon as it is approved. */
  asap: z.boolean(),
  embargo: z.object({ wallTime, timeZone: z.string() }).nullable(),
  poll: pollInput.nullable(),
  accounts: z.array(
    z.object({
      channelId: id,
      connectorId: z.string(),
      network: z.string(),
      stamp: z.string(),
      displayName: z.string(),
      handle: z.string(),
      /** Whether the text is this account's own. */
      ownText: z.boolean(),
      text: z.string(),
      images: z.array(image),
      thread: z.array(partView),
      firstComment: z.string(),
    }),
  ),
  /** Null: nothing waits, there are only comments to make. */
  decision: z
    .object({
      state: z.enum(['open', 'changes', 'approved', 'refused', 'withdrawn']),
      step: z.number(),
      content: z.string(),
      /** It waits for this person now. */
      waits: z.boolean(),
      mine: z.object({ decision, at: instant, voided: z.boolean() }).nullable(),
    })
    .nullable(),
  comments: z.array(commentView),
})
export type ReviewedPost = z.infer<typeof reviewedPost>

export const reviewView = z.object({
  company: z.string(),
  guestName: z.string(),
  language,
  expiresAt: instant,
  posts: z.array(reviewedPost),
})
export type ReviewView = z.infer<typeof reviewView>

export const guestDecision = decisionInput
  .omit({ step: true })
  .extend({ decision: z.enum(['approve', 'changes']), name: trimmed(120).default('') })

export const byTokenAndPost = byToken.extend({ postId: id })
export const byTokenAndMedia = byToken.extend({ mediaId: id })
