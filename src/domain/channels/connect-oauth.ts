import type { Connected, Connector } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { refusalIn } from '#connectors/_contract/oauth-refusals.ts'
import type { Desk } from '#domain/desk.ts'
import { randomToken } from '#platform/crypto/tokens.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { connectorFor, keepChannel, type Who } from './connect-account.ts'
import { connectionProblem, unknownConnector } from './errors.ts'
import { keepChoice, keepRefusal } from './returns/keep-return.ts'
import { nothingToConnect, refusalOf } from './returns/refusal.ts'
import type { ChannelsTables } from './tables.ts'
import { toolsOf } from './tools.ts'

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
  const { begin } = connector.connect
  if (!begin) throw new Problem(unknownConnector, { id: connectorId })
  const state = randomToken()
  const tools = await toolsOf(desk, who.companyId, connector)
  const outcome = tools.ok ? await begin(tools.value, fields, redirectUri, state) : tools
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

/** What a person comes back with: an account, several to choose from, or a refusal; `late` when the visit was too long. */
export type Back =
  | { kind: 'connected'; channelId: string }
  | { kind: 'choice' | 'refused'; returnId: string }
  | { kind: 'late' }

/** Takes a person back from the network. A state is good once, for the person it was given to. */
export async function finishOAuth(
  desk: Desk,
  userId: string,
  callback: URLSearchParams,
): Promise<Back> {
  const state = callback.get('state') ?? ''
  const attempt = await tablesOf<ChannelsTables>(desk.db)
    .deleteFrom('connectAttempts')
    .where('state', '=', state)
    .where('userId', '=', userId)
    .returningAll()
    .executeTakeFirst()
  if (!attempt || attempt.expiresAt <= desk.clock.now()) return { kind: 'late' }
  const { companyId, connectorId } = attempt
  const connector = await connectorFor(desk, companyId, connectorId)
  const memo = JSON.parse(desk.secrets.open(attempt.sealedMemo, memoContext(state))) as Memo
  const who = { companyId, id: userId }
  const refuse = async (refusal: Parameters<typeof keepRefusal>[3]): Promise<Back> => ({
    kind: 'refused',
    returnId: await keepRefusal(desk, who, connectorId, refusal),
  })

  const refused = refusedBy(desk, connector, callback, memo.redirectUri)
  if (refused) return refuse(refused)
  const outcome = await finish(desk, companyId, connector, callback, memo)
  const { name } = connector.manifest
  if (!outcome.ok) {
    const { kind, detail } = outcome.failure
    desk.log.warn({ connector: connectorId, kind, detail }, 'an account was not connected')
    return refuse(refusalOf(name, outcome.failure))
  }
  const [only, ...others] = outcome.value
  if (!only) return refuse(nothingToConnect(name))
  if (others.length === 0) {
    return { kind: 'connected', channelId: (await keepChannel(desk, who, connectorId, only)).id }
  }
  return { kind: 'choice', returnId: await keepChoice(desk, who, connectorId, outcome.value) }
}

type Memo = Record<string, unknown> & { redirectUri: string }

/** The network's own codes first, then those of OAuth. */
function refusedBy(
  desk: Desk,
  { manifest, connect }: Connector,
  callback: URLSearchParams,
  redirectUri: string,
) {
  const refusal =
    connect.explain?.(callback, redirectUri) ?? refusalIn(manifest.name, callback, redirectUri)
  if (refusal) {
    const said = { error: callback.get('error'), words: callback.get('error_description') }
    desk.log.warn({ connector: manifest.id, ...said }, 'a network gave no access')
  }
  return refusal
}

async function finish(
  desk: Desk,
  companyId: string,
  connector: Connector,
  callback: URLSearchParams,
  memo: Memo,
): Promise<Outcome<Connected[]>> {
  const { finish: take } = connector.connect
  const tools = await toolsOf(desk, companyId, connector)
  if (!tools.ok) return tools
  if (!take) return failed({ kind: 'transient', detail: 'this network takes nobody back' })
  const outcome = await take(tools.value, callback, memo.redirectUri, memo)
  return outcome.ok ? done([outcome.value].flat()) : outcome
}
