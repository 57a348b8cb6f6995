import type { Generated, JSONColumnType } from 'kysely'
import type { UtmPreset } from './api.ts'
import type { Verdict } from './reasons.ts'

export interface LinksTables {
  links: {
    id: string
    companyId: string
    code: string
    target: string
    deliveryId: string | null
    channelId: string | null
    campaign: string | null
    createdAt: Date
  }
  clicks: {
    id: Generated<number>
    companyId: string
    linkId: string
    at: Date
    verdict: Verdict
    reason: string
    agent: string | null
    visitor: string | null
    referrerHost: string | null
  }
  visitorSalts: { day: string; salt: Buffer }
  utmPresets: { companyId: string; preset: JSONColumnType<UtmPreset> }
}
