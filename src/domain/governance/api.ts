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

/** A company as a person who works there finds it. `scopes`: what they may do; screens offer nothing else. */
export const companyHere = company.extend({ scopes: z.array(scope) })
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
})

export const apiKey = z.object({
  id,
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(scope),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
})
export type ApiKeyView = z.infer<typeof apiKey>

/** The only answer that holds the key itself. */
export const createdApiKey = apiKey.extend({ key: z.string() })

export const member = z.object({ userId: id, name: z.string(), email: z.string(), role })
export type MemberView = z.infer<typeof member>
