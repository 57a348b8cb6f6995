import type { Desk } from '#domain/desk.ts'
import { randomToken } from '#platform/crypto/tokens.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { connectorFor, keepChannel, type Who } from './connect-account.ts'
import { connectionExpired, connectionProblem, unknownConnector } from './errors.ts'
import type { Channel } from './model.ts'
import type { ChannelsTables } from './tables.ts'

const TIME_TO_RETURN_MS = 15 * 60_000
const memoContext = (state: string) => `connect:${state}`

/** Sends a person to the network. @returns the address to visit; they come back to `redirectUri` */
export async function beginOAuth(
  desk: Desk,
  who: Who,
  { connectorId, fields }: { connectorId: string; fields: Record<string, string> },
  redirectUri: string,
): Promise<{ url: string }> {
  const connector = await connectorFor(desk, who.companyId, connectorId)
  if (!connector.connect.begin) throw new Problem(unknownConnector, { id: connectorId })
  const state = randomToken()
  const outcome = await connector.connect.begin(desk, fields, redirectUri, state)
  if (!outcome.ok) throw connectionProblem(connector.manifest.name, outcome.failure)
  const memo = { ...outcome.value.memo, redirectUri }
  await tablesOf<ChannelsTables>(desk.db)
    .insertInto('connectAttempts')
    .values({
      state,
      companyId: who.companyId,
      userId: who.id,
      connectorId,
      sealedMemo: desk.secrets.seal(JSON.stringify(memo), memoContext(state)),
      expiresAt: new Date(desk.clock.now().getTime() + TIME_TO_RETURN_MS),
    })
    .execute()
  return { url: outcome.value.url }
}

/**
 * Takes a person back from the network. A state is good once, for the person it was given to.
 * @throws Problem when it is not, or when the network refused
 */
export async function finishOAuth(
  desk: Desk,
  userId: string,
  callback: URLSearchParams,
): Promise<Channel> {
  const state = callback.get('state') ?? ''
  const attempt = await tablesOf<ChannelsTables>(desk.db)
    .deleteFrom('connectAttempts')
    .where('state', '=', state)
    .where('userId', '=', userId)
    .returningAll()
    .executeTakeFirst()
  if (!attempt || attempt.expiresAt <= desk.clock.now()) throw new Problem(connectionExpired)
  const connector = await connectorFor(desk, attempt.companyId, attempt.connectorId)
  if (!connector.connect.finish) throw new Problem(unknownConnector, { id: attempt.connectorId })
  const memo = JSON.parse(desk.secrets.open(attempt.sealedMemo, memoContext(state))) as Record<
    string,
    unknown
  >
  const outcome = await connector.connect.finish(desk, callback, String(memo['redirectUri']), memo)
  if (!outcome.ok) throw connectionProblem(connector.manifest.name, outcome.failure)
  const [connected] = [outcome.value].flat()
  if (!connected) throw new Problem(connectionExpired)
  const who = { companyId: attempt.companyId, id: userId }
  return keepChannel(desk, who, attempt.connectorId, connected)
}
