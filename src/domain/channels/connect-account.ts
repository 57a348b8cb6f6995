import type { Transaction } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Connected } from '#connectors/_contract/connector.ts'
import type { Desk } from '#domain/desk.ts'
import { audit, companyOf } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { renewAhead } from './access.ts'
import { secretsContext } from './account.ts'
import { connectionProblem, noRealInPractice, practiceOnly, unknownConnector } from './errors.ts'
import type { Channel } from './model.ts'
import type { ChannelsTables } from './tables.ts'
import { toolsOf } from './tools.ts'

export interface Who {
  companyId: string
  id: string
}

/** The network asked for, allowed in this company. @throws Problem otherwise */
export async function connectorFor(desk: Desk, companyId: string, connectorId: string) {
  const connector = desk.connectors.get(connectorId)
  if (!connector) throw new Problem(unknownConnector, { id: connectorId })
  const { practice } = await companyOf(desk.db, companyId)
  const network = connector.manifest.name
  if (connector.manifest.practice && !practice) throw new Problem(practiceOnly, { network })
  // What a person puts up by hand, or on a page of this desk, reaches nobody by itself: it may be practised.
  const { manifest } = connector
  if (!manifest.practice && !manifest.handed && !manifest.site && practice)
    throw new Problem(noRealInPractice, { network })
  return connector
}

/** Connects an account by what the person typed in. @throws Problem with the network's own reason */
export async function connectWithCredentials(
  desk: Desk,
  who: Who,
  { connectorId, fields }: { connectorId: string; fields: Record<string, string> },
): Promise<Channel> {
  const connector = await connectorFor(desk, who.companyId, connectorId)
  if (!connector.connect.withCredentials) throw new Problem(unknownConnector, { id: connectorId })
  const tools = await toolsOf(desk, who.companyId, connector)
  const outcome = tools.ok ? await connector.connect.withCredentials(tools.value, fields) : tools
  if (!outcome.ok) throw connectionProblem(connector.manifest.name, outcome.failure)
  return keepChannel(desk, who, connectorId, outcome.value)
}

/** Keeps a connected account; one that was connected before comes back with its history. */
export async function keepChannel(
  desk: Desk,
  who: Who,
  connectorId: string,
  connected: Connected,
): Promise<Channel> {
  return tablesOf<ChannelsTables>(desk.db)
    .transaction()
    .execute((trx) => keepChannelIn(desk, trx, who, connectorId, connected))
}

/** The same within a transaction. */
export async function keepChannelIn(
  desk: Desk,
  trx: Transaction<ChannelsTables>,
  who: Who,
  connectorId: string,
  connected: Connected,
): Promise<Channel> {
  const now = desk.clock.now()
  const { account } = connected
  const earlier = await trx
    .selectFrom('channels')
    .select(['id', 'sealedSecrets'])
    .where('companyId', '=', who.companyId)
    .where('connectorId', '=', connectorId)
    .where('remoteId', '=', account.remoteId)
    .forUpdate()
    .executeTakeFirst()
  const id = earlier?.id ?? uuid()
  const row = {
    ...profileOf(connected),
    sealedSecrets: desk.secrets.seal(
      JSON.stringify({ ...formerSecrets(desk, earlier), ...account.secrets }),
      secretsContext(id),
    ),
    accessFrom: now,
    accessExpiresAt: connected.expiresAt ?? null,
    state: 'connected' as const,
    trouble: null,
    troubleSince: null,
    // A check is also where a network is asked to tell of what is new.
    nextCheckAt: desk.connectors.get(connectorId)?.webhook
      ? now
      : nextCheck(now, { accessFrom: now, accessExpiresAt: connected.expiresAt ?? null }),
    nextInboxAt: now,
    nextMetricsAt: now,
  }
  const channel = earlier
    ? await trx
        .updateTable('channels')
        .set(row)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow()
    : await trx
        .insertInto('channels')
        .values({
          ...row,
          id,
          companyId: who.companyId,
          connectorId,
          remoteId: account.remoteId,
          createdAt: now,
        })
        .returningAll()
        .executeTakeFirstOrThrow()
  await audit(trx, {
    companyId: who.companyId,
    at: now,
    actor: who.id,
    action: 'channel.connected',
    subject: `channel:${id}`,
  })
  await emit(trx, who.companyId, 'channel.connected', { channelId: id, connectorId })
  return channel
}

/**
 * Some networks send a refresh token only the first time a person agrees: connecting again must not lose it. None
 * when they cannot be read any more, as after a change of the desk's key.
 */
function formerSecrets(
  desk: Desk,
  earlier: Pick<Channel, 'id' | 'sealedSecrets'> | undefined,
): Record<string, string> {
  if (!earlier) return {}
  try {
    const opened = desk.secrets.open(earlier.sealedSecrets, secretsContext(earlier.id))
    return JSON.parse(opened) as Record<string, string>
  } catch {
    return {}
  }
}

/** What people see of an account, as the network tells it now. */
export function profileOf({ account, displayName, avatarUrl, profileUrl }: Connected) {
  return {
    handle: account.handle,
    displayName,
    avatarUrl: avatarUrl ?? null,
    profileUrl,
    settings: JSON.stringify(account.settings),
  }
}

const CHECK_EVERY_MS = 6 * 3600_000
const CHECK_AT_LEAST_MS = 60_000

/** When to look after an account next: early enough before its access ends, and every six hours anyway. */
export function nextCheck(
  now: Date,
  access: Pick<Channel, 'accessFrom' | 'accessExpiresAt'>,
): Date {
  const regular = now.getTime() + CHECK_EVERY_MS
  const renewal = (access.accessExpiresAt?.getTime() ?? 0) - renewAhead(access)
  // Past that hour and still as it was, it cannot be renewed: asking every minute changes nothing.
  const next = renewal > now.getTime() ? Math.min(regular, renewal) : regular
  return new Date(Math.max(next, now.getTime() + CHECK_AT_LEAST_MS))
}
