import { z } from 'zod'
import type {
  Account,
  Webhook,
  WebhookAnswer,
  WebhookKeys,
  WebhookRequest,
} from '#connectors/_contract/connector.ts'
import type { Desk } from '#domain/desk.ts'
import { findCompany } from '#domain/governance/index.ts'
import { accountOf } from './account.ts'
import { appKeysOf } from './apps/keys.ts'
import type { Channel } from './model.ts'
import { listChannels } from './store.ts'
import { verifyTokens } from './verify-tokens.ts'

/** Says whether a request comes from the network, and what it tells. */
export type WebhookListener = (request: WebhookRequest) => WebhookAnswer

/**
 * Who listens to a network for a company, with all it can verify a call by.
 * @returns null when there is no such network or company, the network tells nothing by itself, or the company is for
 *   practice
 */
export async function webhookListener(
  desk: Desk,
  companyId: string,
  connectorId: string,
): Promise<WebhookListener | null> {
  const connector = desk.connectors.get(connectorId)
  if (!connector?.webhook || !z.uuid().safeParse(companyId).success) return null
  const company = await findCompany(desk.db, companyId)
  if (!company || company.practice) return null
  const { webhook, manifest } = connector
  const app = manifest.connect.app ? await appKeysOf(desk, companyId, manifest) : null
  const channels = await listChannels(desk.db, companyId)
  const accounts = channels
    .filter((channel) => channel.connectorId === connectorId)
    .flatMap((channel) => opened(desk, channel))
  const keys = { ...(app ? { app } : {}), accounts, now: desk.clock.now() }
  return (request) => {
    let answer: WebhookAnswer = { kind: 'refused', why: 'this desk has no secret key' }
    // A word that was agreed on before the desk's key was changed is still good.
    for (const verifyToken of verifyTokens(desk, companyId, connectorId)) {
      answer = taken(webhook, request, { ...keys, verifyToken })
      if (answer.kind !== 'refused') return answer
    }
    return answer
  }
}

/** Strangers call here too: what a connector stumbles over is no call of the network. */
function taken(webhook: Webhook, request: WebhookRequest, keys: WebhookKeys): WebhookAnswer {
  try {
    return webhook.take(request, keys)
  } catch (error) {
    return { kind: 'refused', why: `the connector stumbled: ${String(error)}` }
  }
}

/** Nothing of an account whose secrets no longer open: it can prove nobody's call. */
function opened(desk: Desk, channel: Channel): Account[] {
  try {
    return [accountOf(desk, channel)]
  } catch {
    return []
  }
}
