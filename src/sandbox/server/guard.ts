import { sql } from 'kysely'
import type { FastifyRequest } from 'fastify'
import { hashOf } from './accounts.ts'
import { drawFault, type Fault, type Operation } from './faults.ts'
import { Refusal } from './refusal.ts'
import type { AccountRow } from './tables.ts'
import { sandboxDb, type SandboxTools } from './tools.ts'

/**
 * Who asks, and may they ask now: the token, then the account's rate limit, counted in its row so that
 * it holds across processes and restarts.
 * @throws Refusal 401 or 429, with the headers networks give
 */
export async function admit(tools: SandboxTools, request: FastifyRequest): Promise<AccountRow> {
  const account = await ownerOf(tools, request)
  const now = tools.clock.now()
  const counted = await sandboxDb(tools.db)
    .updateTable('sandboxAccounts')
    .set({
      windowCount: sql`case when window_start <= ${now}::timestamptz - rate_seconds * interval '1 second'
        then 1 else window_count + 1 end`,
      windowStart: sql`case when window_start <= ${now}::timestamptz - rate_seconds * interval '1 second'
        then ${now}::timestamptz else window_start end`,
    })
    .where('id', '=', account.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (counted.windowCount > counted.rateMax) throw tooMany(counted, now)
  return counted
}

/** Who asks, without counting it: for the controls of the network itself. */
export async function ownerOf(tools: SandboxTools, request: FastifyRequest): Promise<AccountRow> {
  const token = tokenOf(request)
  const account =
    token &&
    (await sandboxDb(tools.db)
      .selectFrom('sandboxTokens')
      .innerJoin('sandboxAccounts', 'sandboxAccounts.id', 'sandboxTokens.accountId')
      .selectAll('sandboxAccounts')
      .where('tokenHash', '=', hashOf(token))
      .where('revoked', '=', false)
      .executeTakeFirst())
  if (!account) throw new Refusal(401, 'invalid_token', 'The token is unknown or has been revoked.')
  return account
}

/** Ends the token that asks; the account's others stay good. */
export async function signOut(tools: SandboxTools, request: FastifyRequest): Promise<void> {
  await sandboxDb(tools.db)
    .updateTable('sandboxTokens')
    .set({ revoked: true })
    .where('tokenHash', '=', hashOf(tokenOf(request) ?? ''))
    .execute()
}

function tokenOf(request: FastifyRequest): string | undefined {
  return /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
}

/**
 * The failure asked for, played: refusals are thrown, a token is really revoked, `slow` waits.
 * @returns the fault that remains to be played once the request is accepted, or null
 */
export async function playFault(
  tools: SandboxTools,
  account: AccountRow,
  operation: Operation,
  request: FastifyRequest,
): Promise<Fault | null> {
  const fault = await drawFault(tools, account.id, operation)
  if (!fault) return null
  const seconds = String(Math.ceil(fault.ms / 1000))
  switch (fault.kind) {
    case '429':
      throw new Refusal(429, 'rate_limited', 'Slow down, please.', { 'retry-after': seconds })
    case '500':
      throw new Refusal(500, 'broken', 'Something broke here.')
    case '503':
      throw new Refusal(503, 'overloaded', 'We are over capacity.', { 'retry-after': seconds })
    case 'revoked-token':
      await revokeTokens(tools, account.id)
      throw new Refusal(401, 'invalid_token', 'The token is unknown or has been revoked.')
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, fault.ms))
      // Who gave up waiting has not been heard: nothing is accepted after they left.
      if (request.raw.socket.destroyed) throw new HungUp()
      return null
    case 'reset-before-accept':
      request.raw.socket.destroy()
      throw new HungUp()
    default:
      return fault
  }
}

/** The connection is gone: there is nobody to answer. */
export class HungUp extends Error {}

async function revokeTokens(tools: SandboxTools, accountId: string): Promise<void> {
  await sandboxDb(tools.db)
    .updateTable('sandboxTokens')
    .set({ revoked: true })
    .where('accountId', '=', accountId)
    .execute()
}

function tooMany(account: AccountRow, now: Date): Refusal {
  const opensAt = account.windowStart.getTime() + account.rateSeconds * 1000
  const seconds = Math.max(1, Math.ceil((opensAt - now.getTime()) / 1000))
  return new Refusal(
    429,
    'rate_limited',
    `More than ${account.rateMax} requests: wait ${seconds} s.`,
    {
      'retry-after': String(seconds),
      'x-ratelimit-limit': String(account.rateMax),
      'x-ratelimit-remaining': '0',
    },
  )
}
