import type { Generated, JSONColumnType } from 'kysely'

export interface InboxTables {
  conversations: {
    id: string
    companyId: string
    channelId: string
    threadId: string
    kind: 'comment' | 'mention' | 'message'
    contactId: string
    deliveryId: string | null
    state: 'open' | 'resolved'
    assignedTo: string | null
    openedAt: Date
    lastInboundAt: Date
    lastMessageAt: Date
    firstReplyAt: Date | null
    resolvedAt: Date | null
    unread: boolean
  }
  messages: {
    id: string
    companyId: string
    conversationId: string
    channelId: string
    direction: 'in' | 'out'
    remoteId: string | null
    authorIdentity: string | null
    authorUser: string | null
    text: string
    url: string | null
    at: Date
    data: JSONColumnType<Record<string, unknown> | null>
    deliveryId: string | null
    keptAt: Generated<Date>
    forgottenAt: Generated<Date | null>
  }
}
