import { z } from 'zod'
import { role } from '#domain/governance/api.ts'
import { id, instant, trimmed, timeZone, wallTime } from '#platform/http/shapes.ts'
import { postInput } from '../posts/api.ts'

export const step = z.object({
  roles: z.array(role).max(6).default([]),
  members: z.array(id).max(50).default([]),
  /** People outside, each by a link of their own. */
  emails: z.array(z.email().max(254).toLowerCase()).max(20).default([]),
  /** How many must agree: a number, or `all` of them. */
  quorum: z.union([z.number().int().min(1).max(50), z.literal('all')]).default(1),
  /** Deadline, in hours before the post's hour; null: that hour. */
  hoursBefore: z.number().int().min(1).max(720).nullable().default(null),
  /** Whether one may approve what one wrote. */
  ownPosts: z.boolean().default(false),
})

export const ruleScope = z.object({
  channelIds: z.array(id).max(200).default([]),
  connectorIds: z.array(trimmed(60)).max(50).default([]),
  campaignIds: z.array(id).max(200).default([]),
})

export const ruleInput = z.object({
  name: trimmed(120).min(1),
  /** Which posts; all three empty: every post. */
  scope: ruleScope.default({ channelIds: [], connectorIds: [], campaignIds: [] }),
  /** Roles whose posts it does not concern. */
  exemptRoles: z.array(role).max(6).default([]),
  steps: z.array(step).min(1).max(6),
})

export const ruleView = ruleInput.extend({ id })
export type RuleView = z.infer<typeof ruleView>
export type RuleInput = z.input<typeof ruleInput>

/** `yes`: nothing they schedule waits; `some`: rules ask for approval of some posts; `no`: always waits. */
export const alone = z.enum(['yes', 'some', 'no'])

export const rulesView = z.object({
  rules: z.array(ruleView),
  /** Who may publish alone today. */
  people: z.array(z.object({ userId: id, name: z.string(), role, alone })),
})
export type RulesView = z.infer<typeof rulesView>

export const decision = z.enum(['approve', 'changes', 'refuse'])
export type DecisionWord = z.infer<typeof decision>

export const decisionInput = z.object({
  decision,
  /** Needed when changes are asked for. */
  comment: trimmed(4000).default(''),
  /** The step that was shown as open. */
  step: z.number().int().min(0).max(20),
  /** What was read: `content` of the approval. Something else by now: 409. */
  content: z.string().max(64),
})

const person = z.object({ kind: z.enum(['member', 'guest']), id: z.string(), name: z.string() })

export const decisionView = z.object({
  step: z.number(),
  by: person,
  decision,
  comment: z.string(),
  at: instant,
  /** Accounts whose words have changed since; the decision no longer holds for them. */
  voidedFor: z.array(id),
})

export const stepView = z.object({
  state: z.enum(['done', 'open', 'later']),
  deciders: z.array(person),
  quorum: z.union([z.number(), z.literal('all')]),
  approvals: z.number(),
  needed: z.number(),
  deadline: instant.nullable(),
  /** Fewer people may agree than must. */
  stuck: z.boolean(),
})

export const approvalView = z.object({
  id,
  postId: id,
  state: z.enum(['open', 'changes', 'approved', 'refused', 'withdrawn']),
  requestedBy: z.object({ id: z.string(), name: z.string() }),
  requestedAt: instant,
  /** It leaves as soon as it is approved. */
  asap: z.boolean(),
  /** What the post says now, to be handed back with a decision. */
  content: z.string(),
  steps: z.array(stepView),
  /** Index of the open step; the number of steps when all are done. */
  active: z.number(),
  decisions: z.array(decisionView),
  /** Accounts by which it may leave. */
  free: z.array(id),
  mayDecide: z.boolean(),
  mayWithdraw: z.boolean(),
})
export type ApprovalView = z.infer<typeof approvalView>

export const postApprovalView = z.object({
  /** Null: it waits for nothing. */
  approval: approvalView.nullable(),
})

/** A draft as it is being written; with `postId`, of a post that exists. */
export const neededInput = postInput
  .pick({
    text: true,
    mediaIds: true,
    thread: true,
    firstComment: true,
    poll: true,
    campaignId: true,
  })
  .extend({ variants: postInput.shape.variants, postId: id.nullable().default(null) })

export const neededView = z.object({
  /** Scheduling or saving it as it stands will wait for somebody. */
  needed: z.boolean(),
  steps: z.array(z.object({ deciders: z.array(person), quorum: stepView.shape.quorum })),
  rules: z.array(z.string()),
  /** Names of those whose approval saving it would void. */
  voids: z.array(z.string()),
})
export type NeededView = z.infer<typeof neededView>

/** A post in the list of what waits. */
export const waitingView = z.object({
  postId: id,
  /** What leaves, once for all accounts that say the same. */
  versions: z.array(
    z.object({
      channelIds: z.array(id),
      /** Whether the text is these accounts' own. */
      own: z.boolean(),
      text: z.string(),
      thread: z.array(z.string()),
      firstComment: z.string(),
      pictures: z.array(z.object({ thumbnailUrl: z.string(), alt: z.string() })),
    }),
  ),
  wallTime: z.string().nullable(),
  timeZone: z.string().nullable(),
  scheduledAt: instant.nullable(),
  embargo: z.object({ wallTime, timeZone }).nullable(),
  approval: approvalView,
})
export type WaitingView = z.infer<typeof waitingView>

export const waitingLists = z.object({
  mine: z.array(waitingView),
  asked: z.array(waitingView),
  decided: z.array(waitingView),
})
export type WaitingLists = z.infer<typeof waitingLists>

/** How many posts wait for me. */
export const waitingCount = z.object({ mine: z.number() })

export const embargoInput = z.object({ wallTime, timeZone: timeZone.optional() })
