import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Language } from '#platform/text.ts'
import { audienceOf } from '../model/audience.ts'
import type { PaceName } from '../model/pace.ts'
import { randomOf } from '../model/random.ts'
import { theWorld } from '../model/world.ts'
import { insertMany } from './bulk.ts'
import { isPlayed, readHandle } from './flavours.ts'
import { Refusal } from './refusal.ts'
import type { AccountRow } from './tables.ts'
import { sandboxDb, type SandboxTools } from './tools.ts'

export interface NewAccount {
  handle: string
  flavour: string
  name: string
  about?: string
  password: string
  seed?: string
  pace?: PaceName
  language?: Language
  /** Who follows it on the first day, and its instant. */
  followers?: number
  companyId?: string | null
  createdAt?: Date
}

const FIRST_FOLLOWERS = 600
const ACCOUNTS_PER_HOUR = 60
const MOST_ACCOUNTS = 2000
/** Mastodon's own default, so that a client learns to live with it. */
const RATE = { rateMax: 300, rateSeconds: 300 }

/**
 * Signs in, and opens the account when the handle is free: the first password given is its password.
 * @param plays the network that is played with this account; a handle is free or taken at each of them
 * @returns a new token; the former ones stay good
 * @throws Refusal for a handle nobody can have, a wrong password, or too many new accounts at once
 */
export async function signIn(
  tools: SandboxTools,
  {
    handle: typed,
    password,
    name,
    plays,
  }: { handle: string; password: string; name?: string; plays?: string },
): Promise<{ account: AccountRow; token: string }> {
  const read = readHandle(plays === undefined ? typed : `${typed}@${plays}`)
  if (!read || isPlayed(read.flavour) !== (plays !== undefined)) {
    throw new Refusal(422, 'invalid_handle', 'A handle is 2 to 30 letters, digits, dots or dashes.')
  }
  const known = await sandboxDb(tools.db)
    .selectFrom('sandboxAccounts')
    .selectAll()
    .where('flavour', '=', read.flavour)
    .where('handle', '=', read.handle)
    .executeTakeFirst()
  if (known && !(await matches(password, known.passwordHash))) {
    throw new Refusal(401, 'wrong_password', 'This handle is taken, and this is not its password.')
  }
  const account =
    known ?? (await openNewcomer(tools, { ...read, password, name: name || read.handle }))
  return { account, token: await issueToken(tools, account.id) }
}

/** Opens an account with its audience: those who follow it at once, and those who will come by themselves. */
export async function openAccount(tools: SandboxTools, wanted: NewAccount): Promise<AccountRow> {
  const createdAt = wanted.createdAt ?? tools.clock.now()
  const id = uuid()
  const row = {
    id,
    flavour: wanted.flavour,
    handle: wanted.handle,
    name: wanted.name,
    about: wanted.about ?? '',
    passwordHash: await hashed(wanted.password),
    seed: wanted.seed ?? `${wanted.flavour}:${wanted.handle}`,
    pace: wanted.pace ?? 'practice',
    language: wanted.language ?? 'fr',
    ...RATE,
    windowStart: createdAt,
    companyId: wanted.companyId ?? null,
    createdAt,
  }
  const account = await sandboxDb(tools.db)
    .insertInto('sandboxAccounts')
    .values(row)
    .returningAll()
    .executeTakeFirstOrThrow()
  await gatherAudience(tools, account, wanted.followers ?? FIRST_FOLLOWERS)
  return account
}

/** The handle wanted, or the first of `wanted.2`, `wanted.3`… that nobody has. */
export async function freeHandle(
  tools: SandboxTools,
  flavour: string,
  wanted: string,
): Promise<string> {
  const rows = await sandboxDb(tools.db)
    .selectFrom('sandboxAccounts')
    .select('handle')
    .where('flavour', '=', flavour)
    .where('handle', 'like', `${wanted}%`)
    .execute()
  const taken = new Set(rows.map(({ handle }) => handle))
  if (!taken.has(wanted)) return wanted
  let n = 2
  while (taken.has(`${wanted}.${n}`)) n++
  return `${wanted}.${n}`
}

export async function issueToken(tools: SandboxTools, accountId: string): Promise<string> {
  const token = `practice_${randomBytes(24).toString('base64url')}`
  await sandboxDb(tools.db)
    .insertInto('sandboxTokens')
    .values({ tokenHash: hashOf(token), accountId, createdAt: tools.clock.now() })
    .execute()
  return token
}

/**
 * A new password for an account that was opened for this company, so that its people can sign in by themselves.
 * @returns null for any other account: whoever opened that one knows its password
 */
export async function givePassword(
  tools: Pick<SandboxTools, 'db'>,
  { accountId, companyId }: { accountId: string; companyId: string },
): Promise<string | null> {
  const password = randomBytes(6).toString('hex')
  const changed = await sandboxDb(tools.db)
    .updateTable('sandboxAccounts')
    .set({ passwordHash: await hashed(password) })
    .where('id', '=', accountId)
    .where('companyId', '=', companyId)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n ? password : null
}

/** Removes accounts with all that is theirs; those that are gone already are no matter. */
export async function removeAccounts(tools: SandboxTools, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sandboxDb(tools.db)
    .deleteFrom('sandboxAccounts')
    .where('id', 'in', [...ids])
    .execute()
}

export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** The network is open to whoever reaches the desk: it must not be filled by a loop. */
async function openNewcomer(tools: SandboxTools, wanted: NewAccount): Promise<AccountRow> {
  const hourAgo = new Date(tools.clock.now().getTime() - 3_600_000)
  const { all, lately } = await sandboxDb(tools.db)
    .selectFrom('sandboxAccounts')
    .select([
      sql<number>`count(*)`.as('all'),
      sql<number>`count(*) filter (where created_at > ${hourAgo})`.as('lately'),
    ])
    .where('companyId', 'is', null)
    .executeTakeFirstOrThrow()
  if (lately >= ACCOUNTS_PER_HOUR || all >= MOST_ACCOUNTS) {
    const wait = { 'retry-after': '600' }
    throw new Refusal(429, 'too_many_accounts', 'Too many new accounts for now.', wait)
  }
  return openAccount(tools, wanted)
}

/** A shop gains about one follower in a thousand a day without doing anything (README, "Growth"). */
const DAILY_GROWTH = 0.0009
const GROWTH_DAYS = 365

async function gatherAudience(
  tools: SandboxTools,
  account: AccountRow,
  size: number,
): Promise<void> {
  const world = theWorld()
  const start = account.createdAt.getTime()
  const growth = Math.round(size * DAILY_GROWTH * GROWTH_DAYS)
  const members = audienceOf(world, account.seed, size + growth)
  const random = randomOf(world.seed, 'growth', account.seed)
  const rows = members.map((memberId, i) => {
    const later = i < size ? 0 : random.next() * GROWTH_DAYS * 86_400_000
    return { account_id: account.id, member_id: memberId, at: new Date(start + Math.round(later)) }
  })
  const types = { account_id: 'uuid', member_id: 'integer', at: 'timestamptz' }
  await insertMany(tools.db, 'sandbox_followers', types, rows)
}

const derive = promisify<string, Buffer, number, Buffer>(scrypt)

async function hashed(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `${salt.toString('hex')}:${(await derive(password, salt, 32)).toString('hex')}`
}

async function matches(password: string, stored: string): Promise<boolean> {
  const [salt = '', hash = ''] = stored.split(':')
  return timingSafeEqual(
    await derive(password, Buffer.from(salt, 'hex'), 32),
    Buffer.from(hash, 'hex'),
  )
}
