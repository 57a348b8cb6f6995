import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '#domain/desk.ts'
import { hashToken } from '#platform/crypto/tokens.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { authenticationOf } from './authentication.ts'
import { tooManyAttempts, wrongCredentials } from './errors.ts'
import type { GovernanceTables } from './tables.ts'

const WINDOW_MS = 15 * 60_000
const MOST_BY_EMAIL = 10
const MOST_BY_ADDRESS = 50

/**
 * Opens a session and sets its cookie (httpOnly, SameSite=Lax, Secure behind TLS).
 * @throws Problem for wrong credentials (never says which was wrong), or after too many of them
 */
export async function signIn(
  desk: Desk,
  credentials: { email: string; password: string },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const email = credentials.email.toLowerCase()
  const keys = [hashToken(`email ${email}`), hashToken(`address ${request.ip}`)] as const
  await refuseAfterTooMany(desk, keys)
  const { headers } = await (
    await authenticationOf(desk)
  ).api
    .signInEmail({ body: { email, password: credentials.password }, returnHeaders: true })
    .catch(async (error: { statusCode?: number }) => {
      if (error.statusCode !== 401) throw error
      await noteFailure(desk, keys)
      throw new Problem(wrongCredentials)
    })
  passCookies(headers, request, reply)
}

export async function signOut(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const headers = new Headers({ cookie: request.headers.cookie ?? '' })
  const answer = await (await authenticationOf(desk)).api.signOut({ headers, returnHeaders: true })
  passCookies(answer.headers, request, reply)
}

function passCookies(headers: Headers, request: FastifyRequest, reply: FastifyReply) {
  const secure = request.protocol === 'https' ? '; Secure' : ''
  for (const cookie of headers.getSetCookie()) void reply.header('set-cookie', cookie + secure)
}

const windowOf = (now: Date) => new Date(Math.floor(now.getTime() / WINDOW_MS) * WINDOW_MS)

async function refuseAfterTooMany(desk: Desk, [byEmail, byAddress]: readonly [string, string]) {
  const now = desk.clock.now()
  const windowStart = windowOf(now)
  const rows = await tablesOf<GovernanceTables>(desk.db)
    .selectFrom('signInAttempts')
    .select(['key', 'failures'])
    .where('key', 'in', [byEmail, byAddress])
    .where('windowStart', '=', windowStart)
    .execute()
  const failures = (key: string) => rows.find((row) => row.key === key)?.failures ?? 0
  if (failures(byEmail) < MOST_BY_EMAIL && failures(byAddress) < MOST_BY_ADDRESS) return
  const waitMs = windowStart.getTime() + WINDOW_MS - now.getTime()
  const headers = { 'retry-after': String(Math.ceil(waitMs / 1000)) }
  throw new Problem(tooManyAttempts, { minutes: Math.ceil(waitMs / 60_000) }, { headers })
}

async function noteFailure(desk: Desk, keys: readonly string[]) {
  const windowStart = windowOf(desk.clock.now())
  const db = tablesOf<GovernanceTables>(desk.db)
  await db
    .insertInto('signInAttempts')
    .values(keys.map((key) => ({ key, windowStart, failures: 1 })))
    .onConflict((c) =>
      c
        .columns(['key', 'windowStart'])
        .doUpdateSet((eb) => ({ failures: eb('signInAttempts.failures', '+', 1) })),
    )
    .execute()
  await db
    .deleteFrom('signInAttempts')
    .where('windowStart', '<', new Date(windowStart.getTime() - WINDOW_MS))
    .execute()
}
