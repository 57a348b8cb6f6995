import type { Generated, JSONColumnType } from 'kysely'
import type { Refusal, Sightings } from '#connectors/_contract/connector.ts'

export interface ChannelsTables {
  channels: {
    id: string
    companyId: string
    connectorId: string
    remoteId: string
    handle: string
    displayName: string
    avatarUrl: string | null
    profileUrl: string
    settings: JSONColumnType<Record<string, unknown>>
    sealedSecrets: string
    accessFrom: Date | null
    accessExpiresAt: Date | null
    state: Generated<'connected' | 'broken' | 'disconnected'>
    trouble: string | null
    troubleSince: Date | null
    busyUntil: Date | null
    notBefore: Date | null
    nextCheckAt: Date
    nextInboxAt: Date
    inboxCursor: string | null
    nextMetricsAt: Date
    collectLeaseUntil: Date | null
    renewingUntil: Date | null
    lastHeardAt: Date | null
    sightings: JSONColumnType<Sightings | null, string | null | undefined, string | null>
    createdAt: Date
  }
  connectAttempts: {
    state: string
    companyId: string
    userId: string
    connectorId: string
    sealedMemo: string
    expiresAt: Date
  }
  appKeys: {
    companyId: string
    connectorId: string
    sealedKeys: string
    setBy: string
    setAt: Date
  }
  connectReturns: {
    id: string
    companyId: string
    userId: string
    connectorId: string
    /** `Connected[]`; one of this and `refusal` is set. */
    sealedAccounts: string | null
    refusal: JSONColumnType<Refusal, string | null, string | null> | null
    expiresAt: Date
  }
}
