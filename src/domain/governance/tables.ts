import type { Generated, JSONColumnType } from 'kysely'
import type { Scope } from '#platform/http/route.ts'
import type { Language } from '#platform/text.ts'
import type { Role } from './api.ts'

export interface GovernanceTables {
  users: {
    id: string
    name: string
    email: string
    language: Language
    createdAt: Generated<Date>
    updatedAt: Generated<Date>
  }
  companies: {
    id: string
    name: string
    language: Language
    timeZone: string
    practice: boolean
    publicUrl: string | null
    createdAt: Date
  }
  memberships: {
    companyId: string
    userId: string
    role: Role
    /** Else only those of `membershipChannels`. */
    allChannels: Generated<boolean>
    createdAt: Date
  }
  membershipChannels: { companyId: string; userId: string; channelId: string }
  invitationChannels: { invitationId: string; companyId: string; channelId: string }
  invitations: {
    id: string
    companyId: string
    email: string
    role: Role
    /** Else only those of `invitationChannels`. */
    allChannels: boolean
    tokenHash: string
    invitedBy: string
    createdAt: Date
    expiresAt: Date
    closedAt: Date | null
    acceptedBy: string | null
  }
  apiKeys: {
    id: string
    companyId: string
    createdBy: string
    name: string
    prefix: string
    keyHash: string
    scopes: Scope[]
    channelIds: string[] | null
    lastUsedAt: Date | null
    expiresAt: Date | null
    createdAt: Date
  }
  signInAttempts: { key: string; windowStart: Date; failures: number }
  auditEntries: {
    id: Generated<number>
    companyId: string
    at: Date
    actor: string
    action: string
    subject: string
    detail: JSONColumnType<Record<string, unknown>>
    /** SHA-256 over the columns above. */
    digest: string
    /** Place in the company's chain and link to the entry before; given by the database at the commit. */
    seq: Generated<number | null>
    prevHash: Generated<string | null>
    hash: Generated<string | null>
  }
  auditHeads: { companyId: string; seq: number; hash: string }
}
