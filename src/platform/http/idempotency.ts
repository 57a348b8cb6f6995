import { createHash } from 'node:crypto'
import type { Generated } from 'kysely'
import { v5 as uuidFrom } from 'uuid'
import { type Database, tablesOf } from '#platform/db/database.ts'
import type { Clock } from '#platform/clock.ts'
import { Problem } from './problem.ts'
import { keyReused, stillRunning } from './problems.ts'

interface Tables {
  idempotencyKeys: {
    companyId: string
    key: string
    route: string
    requestHash: string
    status: number | null
    response: string | null
    createdAt: Generated<Date>
  }
}

/** The hash of what a form sent, while its file arrives. */
const NOT_YET = ''

export interface Earlier {
  status: number
  response: unknown
}

export interface Keyed {
  companyId: string
  key: string
  route: string
  /** What the request says; of a form, whose file is still to arrive, nothing is known yet. */
  body: unknown
  awaitsFile: boolean
}

/** After this long a request without an answer is taken for dead; running it again yields the same ids. */
const ABANDONED_AFTER_MS = 60_000
const NAMESPACE = '6f1c1b9e-6f0f-4b0e-9a51-6a4f1a0a7d3c'

/**
 * Opens a request under its Idempotency-Key (IETF draft "The Idempotency-Key HTTP Header Field").
 * @returns the earlier answer when the same request was already served, else null: serve it, then `close`
 * @throws Problem when the key was used for another request, or the same one is under way
 */
export async function openKey(
  db: Database,
  keyed: Keyed,
  clock: Clock,
): Promise<(Earlier & { requestHash: string }) | null> {
  const { companyId, key, route } = keyed
  const requestHash = keyed.awaitsFile ? NOT_YET : hashOf(keyed.body)
  const tables = tablesOf<Tables>(db)
  const fresh = await tables
    .insertInto('idempotencyKeys')
    .values({ companyId, key, route, requestHash, createdAt: clock.now() })
    .onConflict((c) => c.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (fresh) return null

  const row = await tables
    .selectFrom('idempotencyKeys')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('route', '=', route)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!row) throw new Problem(stillRunning)
  if (!keyed.awaitsFile && row.requestHash !== requestHash) throw new Problem(keyReused)
  if (row.status !== null)
    return { status: row.status, response: row.response, requestHash: row.requestHash }
  if (clock.now().getTime() - row.createdAt.getTime() < ABANDONED_AFTER_MS)
    throw new Problem(stillRunning)
  return null
}

/** What a request says, as it is compared under its key. */
export const hashOf = (body: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(body ?? null))
    .digest('hex')

/**
 * Says what file came under a key, before anything is done with it: a request that died keeps its key for the same file.
 * @throws Problem when the key came with another
 */
export async function nameFile(
  db: Database,
  { companyId, key, route }: Keyed,
  requestHash: string,
): Promise<void> {
  const named = await tablesOf<Tables>(db)
    .updateTable('idempotencyKeys')
    .set({ requestHash })
    .where('companyId', '=', companyId)
    .where('route', '=', route)
    .where('key', '=', key)
    .where('requestHash', 'in', [NOT_YET, requestHash])
    .returning('key')
    .executeTakeFirst()
  if (!named) throw new Problem(keyReused)
}

/** Keeps the answer for whoever asks again; a failure that changed nothing is forgotten, so that it may be retried. */
export async function closeKey(db: Database, keyed: Keyed, answer: Earlier | null): Promise<void> {
  const { companyId, key, route } = keyed
  const tables = tablesOf<Tables>(db)
  if (!answer) {
    await tables
      .deleteFrom('idempotencyKeys')
      .where('companyId', '=', companyId)
      .where('route', '=', route)
      .where('key', '=', key)
      .execute()
    return
  }
  await tables
    .updateTable('idempotencyKeys')
    .set({ status: answer.status, response: JSON.stringify(answer.response ?? null) })
    .where('companyId', '=', companyId)
    .where('route', '=', route)
    .where('key', '=', key)
    .execute()
}

/** The n-th id made under a key: always the same, so that what a dead request created is found, not created twice. */
export function idUnderKey({ companyId, route, key }: Keyed, n: number): string {
  return uuidFrom(`${companyId} ${route} ${key} ${n}`, NAMESPACE)
}
