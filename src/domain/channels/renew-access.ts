import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { accountOf, connectorOf, secretsContext } from './account.ts'
import type { Channel } from './model.ts'
import type { ChannelsTables } from './tables.ts'
import { toolsFor } from './tools.ts'

/** A worker that renews and dies keeps the others from it for so long, in milliseconds. */
const LEASE_MS = 90_000

/**
 * New access for an account, asked of the network by one worker at a time, in whatever process: a network that takes
 * the former token back at each renewal would lock out the one that came second.
 * @param channel as it was read: when somebody renewed it since, that is the answer
 * @returns the account with its new access; `impossible` when the network renews none; `auth` when it refuses for
 *   good; `rejected` when the keys of the company's app are missing; any other trouble, and another worker being at
 *   it, as `rate` or `transient`
 */
export async function renewAccess(
  desk: Desk,
  channel: Channel,
): Promise<Outcome<Channel> | 'impossible'> {
  const { refresh } = connectorOf(desk, channel).connect
  const current = await channels(desk)
    .selectFrom('channels')
    .selectAll()
    .where('id', '=', channel.id)
    .executeTakeFirst()
  if (current?.state !== 'connected') return 'impossible'
  if (current.sealedSecrets !== channel.sealedSecrets) return done(current)
  if (!refresh) return 'impossible'
  const tools = await toolsFor(desk, current)
  if (!tools.ok) return tools
  if (!(await take(desk, channel))) return failed(elsewhere)
  const outcome = await refresh(tools.value, accountOf(desk, current)).catch(mistake)
  if (outcome.ok) return keep(desk, current, outcome.value.secrets, outcome.value.expiresAt)
  await giveBack(desk, channel)
  return failed(meaningOf(outcome.failure))
}

const channels = (desk: Desk) => tablesOf<ChannelsTables>(desk.db)

const elsewhere: Failure = { kind: 'transient', detail: 'the access is being renewed' }

const mistake = (error: unknown) => failed({ kind: 'transient', detail: String(error) })

/** A network that is down says nothing of our access; one that refuses to renew it does. */
function meaningOf(failure: Failure): Failure {
  const detail = `the access could not be renewed: ${failure.detail}`
  if (failure.kind === 'auth' || failure.kind === 'rejected') return { kind: 'auth', detail }
  return failure.kind === 'rate' ? { ...failure, detail } : { kind: 'transient', detail }
}

async function take(desk: Desk, { id, sealedSecrets }: Channel): Promise<boolean> {
  const now = desk.clock.now()
  const absurd = new Date(now.getTime() + 2 * LEASE_MS)
  const row = await channels(desk)
    .updateTable('channels')
    .set({ renewingUntil: new Date(now.getTime() + LEASE_MS) })
    .where('id', '=', id)
    .where('sealedSecrets', '=', sealedSecrets)
    .where((eb) =>
      eb.or([
        eb('renewingUntil', 'is', null),
        eb('renewingUntil', '<=', now),
        // Taken before the clock was set back.
        eb('renewingUntil', '>', absurd),
      ]),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

async function giveBack(desk: Desk, { id }: Channel): Promise<void> {
  await channels(desk)
    .updateTable('channels')
    .set({ renewingUntil: null })
    .where('id', '=', id)
    .execute()
}

/** Unless a person connected the account anew meanwhile: theirs is the fresher one. */
async function keep(
  desk: Desk,
  channel: Channel,
  renewed: Record<string, string>,
  expiresAt: Date | undefined,
): Promise<Outcome<Channel>> {
  const { id, sealedSecrets: former } = channel
  // What the network did not send again still holds: most send a new refresh token only when it changed.
  const secrets = { ...accountOf(desk, channel).secrets, ...renewed }
  await channels(desk)
    .updateTable('channels')
    .set({
      sealedSecrets: desk.secrets.seal(JSON.stringify(secrets), secretsContext(id)),
      ...(expiresAt ? { accessExpiresAt: expiresAt, accessFrom: desk.clock.now() } : {}),
    })
    .where('id', '=', id)
    .where('sealedSecrets', '=', former)
    .execute()
  const row = await channels(desk)
    .updateTable('channels')
    .set({ renewingUntil: null })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return done(row)
}
