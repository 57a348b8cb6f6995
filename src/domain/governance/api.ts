import { z } from 'zod'
import { SCOPES } from '#platform/http/route.ts'
import { id, instant, language, timeZone } from '#platform/http/shapes.ts'

export const roles = ['owner', 'manager', 'editor', 'contributor', 'reviewer', 'analyst'] as const
export const role = z.enum(roles)
export type Role = z.infer<typeof role>

export const company = z.object({
  id,
  name: z.string(),
  language,
  timeZone: z.string(),
  practice: z.boolean(),
  publicUrl: z.string().nullable(),
  role,
})

export const scope = z.enum(SCOPES)

/** What a role may do. */
export const roleView = z.object({ role, scopes: z.array(scope) })
export type RoleView = z.infer<typeof roleView>

/** A company as a person who works there finds it. `scopes`: what they may do; screens offer nothing else. */
export const companyHere = company.extend({
  scopes: z.array(scope),
  /** Accounts they may write for; null: all. */
  channelIds: z.array(id).nullable(),
})
export type CompanyView = z.infer<typeof companyHere>

export const newCompany = z.object({
  name: z.string().trim().min(1).max(120),
  language,
  timeZone,
})

export const companyChanges = newCompany.partial().extend({
  publicUrl: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .optional(),
})

/** Who is at the desk. `firstVisit`: nobody has an account yet. */
export const session = z.object({
  firstVisit: z.boolean(),
  user: z.object({ id, name: z.string(), email: z.string(), language }).nullable(),
  companies: z.array(companyHere),
  version: z.string(),
})
export type SessionView = z.infer<typeof session>

const password = z.string().min(10).max(200)

export const signUp = z.object({
  name: z.string().trim().min(1).max(120),
  email: z.email().max(254),
  password,
  language,
})

export const signIn = z.object({ email: z.email().max(254), password: z.string().min(1).max(200) })

export const profileChanges = z.object({
  name: z.string().trim().min(1).max(120).optional(),
  language: language.optional(),
})

export const newApiKey = z.object({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(scope).min(1),
  /** Accounts it may write for; null: all. */
  channelIds: z.array(id).max(200).nullable().default(null),
})

export const apiKey = z.object({
  id,
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(scope),
  channelIds: z.array(id).nullable(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
})
export type ApiKeyView = z.infer<typeof apiKey>

/** The only answer that holds the key itself. */
export const createdApiKey = apiKey.extend({ key: z.string() })

export const member = z.object({
  userId: id,
  name: z.string(),
  email: z.string(),
  role,
  /** Accounts they may write for; null: all. */
  channelIds: z.array(id).nullable(),
  /** API keys they made. */
  keys: z.number(),
})
export type MemberView = z.infer<typeof member>

const channelIds = z.array(id).max(200).nullable()

export const memberChanges = z.object({
  role: role.optional(),
  channelIds: channelIds.optional(),
})

export const removal = z.object({
  /** What becomes of the API keys they made; kept, these go on working. */
  keys: z.enum(['revoke', 'keep']).default('revoke'),
})

export const invitationInput = z.object({
  email: z.email().max(254),
  role,
  channelIds: channelIds.default(null),
})

export const invitation = z.object({
  id,
  email: z.string(),
  role,
  channelIds,
  invitedBy: z.string(),
  createdAt: instant,
  expiresAt: instant,
  expired: z.boolean(),
})
export type InvitationView = z.infer<typeof invitation>

/** The only answer that holds the link itself; only its imprint is kept. */
export const freshInvitation = invitation.extend({
  link: z.string(),
  /** What became of the letter; `no-server`: give the link yourself. */
  letter: z.enum(['sent', 'no-server', 'refused', 'later']),
})
export type FreshInvitation = z.infer<typeof freshInvitation>

export const invitationToken = z.object({ token: z.string().min(20).max(100) })

/** What the one who follows the link sees. */
export const invitationOffer = z.object({
  company: z.string(),
  invitedBy: z.string(),
  email: z.string(),
  role,
  language,
  /**
   * `account`: choose a name and a password; `password`: this address has an account on this desk, its password is
   * asked for; `join`: one is signed in by it already; `other`: one is signed in by another.
   */
  step: z.enum(['account', 'password', 'join', 'other']),
})
export type InvitationOffer = z.infer<typeof invitationOffer>

export const acceptance = z.object({
  name: z.string().trim().max(120).default(''),
  password: z.string().max(200).default(''),
  language: language.optional(),
})
export const joined = z.object({ companyId: id })
