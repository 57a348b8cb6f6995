import type { Generated, JSONColumnType } from 'kysely'

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
}
