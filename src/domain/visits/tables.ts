import type { Generated } from 'kysely'

export interface VisitsTables {
  visitSites: {
    channelId: string
    companyId: string
    lastSeq: Generated<string>
  }
  visitThreads: {
    id: string
    companyId: string
    channelId: string
    /** SHA-256 of what the visitor's browser keeps. */
    secretHash: string
    name: string | null
    email: string | null
    language: 'en' | 'fr'
    createdAt: Date
    lastAt: Date
    blockedAt: Generated<Date | null>
  }
  visitMessages: {
    id: string
    threadId: string
    companyId: string
    channelId: string
    seq: string
    direction: 'in' | 'out'
    /** The visitor's own name for it, or the delivery's. */
    ownId: string
    author: string | null
    text: string
    at: Date
  }
  visitMarks: {
    mark: Buffer
    beganAt: Date
    count: number
  }
}
