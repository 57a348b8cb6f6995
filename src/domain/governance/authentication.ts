import { hash, verify } from '@node-rs/argon2'
import { v7 as uuid } from 'uuid'
import type { Desk } from '#domain/desk.ts'

/** OWASP Password Storage Cheat Sheet (2025): argon2id, 19 MiB, 2 passes, 1 lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const MONTH_SECONDS = 30 * 24 * 3600

/**
 * Accounts and sessions, by better-auth on our own tables. Its HTTP handler is not mounted: our routes call it,
 * so that one door decides for every route, sign-in included.
 */
async function openAuthentication(desk: Desk) {
  // Loaded when first needed: a process that serves no pages never pays for it.
  const { betterAuth } = await import('better-auth')
  return betterAuth({
    baseURL: desk.localUrl,
    secret: desk.sessionSecret,
    // The tables that it asks for are in migrations/.
    database: { db: desk.db, type: 'postgres' },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      autoSignIn: false,
      password: {
        hash: (password) => hash(password, ARGON2ID),
        verify: ({ hash: stored, password }) => verify(stored, password),
      },
    },
    user: {
      modelName: 'users',
      additionalFields: { language: { type: 'string', required: true, input: true } },
    },
    session: { modelName: 'sessions', expiresIn: MONTH_SECONDS, updateAge: 24 * 3600 },
    account: { modelName: 'authAccounts' },
    verification: { modelName: 'authVerifications' },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: 'vigie',
      useSecureCookies: false,
      disableOriginCheck: true,
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => uuid() },
    },
  })
}

export type Authentication = ReturnType<typeof openAuthentication>

const opened = new WeakMap<Desk, Authentication>()

/** One per desk. */
export function authenticationOf(desk: Desk): Authentication {
  const found = opened.get(desk) ?? openAuthentication(desk)
  opened.set(desk, found)
  return found
}
