import { z } from 'zod'
import { id, instant, trimmed } from '#platform/http/shapes.ts'

/** Everything of the company, or what leaves by a network, by an account, or for a campaign. */
const crisisScope = z.enum(['company', 'network', 'account', 'campaign'])
export type CrisisScope = z.infer<typeof crisisScope>

export const crisisInput = z.object({
  scope: crisisScope,
  /** A connector's id, an account's, or a campaign's; left out for the company. */
  target: z.string().max(100).default(''),
  reason: trimmed(300).default(''),
  /** Replies from the inbox are refused too. */
  replies: z.boolean().default(false),
})

/** What one may hold apart from the rest, by kind, as people name it. */
const targets = z.array(z.object({ value: z.string(), label: z.string() }))
export const crisisTargets = z.object({ network: targets, account: targets, campaign: targets })
export type CrisisTargets = z.infer<typeof crisisTargets>

export const crisisView = z.object({
  id,
  scope: crisisScope,
  target: z.string(),
  /** What people call it: the network, the account, the campaign; null for the company. */
  name: z.string().nullable(),
  reason: z.string(),
  replies: z.boolean(),
  since: instant,
  by: z.string(),
  /** Posts it holds now. */
  held: z.number(),
  /** Posts that were leaving at the very moment it was pressed, and could not be stopped. */
  leaving: z.number(),
})
export type CrisisView = z.infer<typeof crisisView>

/** After lifting: posts for which somebody must now say what becomes of them. */
export const liftedView = z.object({ asked: z.number() })
export type LiftedView = z.infer<typeof liftedView>
