import { createHash } from 'node:crypto'
import type { Desk } from '#domain/desk.ts'
import { audit, type AuditAction } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import type { DeviceView, SubscriptionInput } from './api.ts'
import { peopleOnly, tooManyDevices } from './errors.ts'
import type { PushDevice, PushTables } from './tables.ts'

const MOST_DEVICES = 20

/** What binds the secrets of a device to its row. */
export const deviceContext = (id: string) => `push-device:${id}`

/** The devices on which somebody is told of this company's alerts. @throws Problem to a program */
export async function listDevices(desk: Desk, actor: Actor): Promise<DeviceView[]> {
  refusePrograms(actor)
  const rows = await own(desk.db, actor).orderBy('createdAt').execute()
  return rows.map(present)
}

/** One of one's own devices. @throws Problem when there is none */
export async function findDevice(desk: Desk, actor: Actor, id: string): Promise<PushDevice> {
  refusePrograms(actor)
  const row = await own(desk.db, actor).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Problem(notFound)
  return row
}

/**
 * Keeps a browser's subscription, in the place of what was known of that browser. One in which somebody else signs in now
 * is theirs alone, whatever the company: what its former user was told must not be shown to them.
 * @throws Problem to a program, and beyond `MOST_DEVICES`
 */
export async function addDevice(
  desk: Desk,
  actor: Actor,
  id: string,
  { name, endpoint, keys }: SubscriptionInput,
): Promise<DeviceView> {
  refusePrograms(actor)
  const { companyId, id: userId } = actor
  const endpointHash = fingerprintOf(endpoint)
  return desk.db.transaction().execute(async (trx) => {
    const tables = tablesOf<PushTables>(trx)
    await tables
      .deleteFrom('pushDevices')
      .where('endpointHash', '=', endpointHash)
      .where((eb) => eb.or([eb('userId', '<>', userId), eb('companyId', '=', companyId)]))
      .execute()
    const others = await own(trx, actor).execute()
    if (others.length >= MOST_DEVICES) throw new Problem(tooManyDevices, { max: MOST_DEVICES })
    const row = await tables
      .insertInto('pushDevices')
      .values({
        id,
        companyId,
        userId,
        name,
        endpointHash,
        sealedEndpoint: desk.secrets.seal(endpoint, deviceContext(id)),
        publicKey: keys.p256dh,
        sealedAuth: desk.secrets.seal(keys.auth, deviceContext(id)),
        createdAt: desk.clock.now(),
        lastSentAt: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await tell(desk, trx, actor, 'alert.device-added', row)
    return present(row)
  })
}

/** @throws Problem when the actor has no such device */
export async function removeDevice(desk: Desk, actor: Actor, id: string): Promise<void> {
  refusePrograms(actor)
  await desk.db.transaction().execute(async (trx) => {
    const row = await tablesOf<PushTables>(trx)
      .deleteFrom('pushDevices')
      .where('companyId', '=', actor.companyId)
      .where('userId', '=', actor.id)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst()
    if (!row) throw new Problem(notFound)
    await tell(desk, trx, actor, 'alert.device-removed', row)
  })
}

const fingerprintOf = (endpoint: string): string =>
  createHash('sha256').update(endpoint).digest('base64url')

function own(db: Executor, { companyId, id: userId }: Actor) {
  return tablesOf<PushTables>(db)
    .selectFrom('pushDevices')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('userId', '=', userId)
}

function refusePrograms({ kind }: Actor): void {
  if (kind !== 'user') throw new Problem(peopleOnly)
}

const present = ({ id, name, createdAt, lastSentAt, endpointHash }: PushDevice): DeviceView => ({
  id,
  name,
  createdAt: createdAt.toISOString(),
  lastSentAt: lastSentAt?.toISOString() ?? null,
  fingerprint: endpointHash,
})

function tell(
  desk: Desk,
  trx: Executor,
  { companyId, id: actor }: Actor,
  action: AuditAction,
  { id, name }: PushDevice,
) {
  const at = desk.clock.now()
  return audit(trx, { companyId, at, actor, action, subject: `device:${id}`, detail: { name } })
}
