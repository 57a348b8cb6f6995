import type { Desk } from '#domain/desk.ts'
import { accountOf } from './account.ts'
import type { Channel } from './model.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** A failed renewal is tried again every five minutes: three tries at least. */
const AT_LEAST = 15 * MINUTE

type Access = Pick<Channel, 'accessFrom' | 'accessExpiresAt'>

/**
 * How long before its end access is renewed, in milliseconds: a fifth of its life, so that a network that is down for
 * a while takes nothing from us, and a day at most, since networks renew long-lived access only once it is a day old
 * or count renewals. Short-lived access gets a quarter of an hour, or half its life.
 */
export function renewAhead({ accessFrom, accessExpiresAt }: Access): number {
  if (!accessFrom || !accessExpiresAt) return AT_LEAST
  const life = Math.max(0, accessExpiresAt.getTime() - accessFrom.getTime())
  return Math.min(DAY, Math.max(life / 5, Math.min(AT_LEAST, life / 2)))
}

/**
 * When the desk loses access to an account for good unless a person connects it again; null when access does not
 * end, or the desk renews it by itself.
 */
export function accessEnds(desk: Desk, channel: Channel): Date | null {
  const connect = desk.connectors.get(channel.connectorId)?.connect
  if (channel.state !== 'connected' || !channel.accessExpiresAt || !connect) return null
  const isRenewed =
    connect.refresh !== undefined && connect.canRenew?.(accountOf(desk, channel)) !== false
  return isRenewed ? null : channel.accessExpiresAt
}
