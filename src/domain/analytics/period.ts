import type { Gain } from './gains.ts'

/** All that was read about one period. */
export interface Period {
  from: string
  to: string
  posts: number
  postsByChannel: Map<string, number>
  gains: Gain[]
  read: Set<string>
  followers: Map<string, number>
  /** By account: who entered its figures by hand, by name. */
  entered: Map<string, string[]>
  /** Of places; null when nobody counted. */
  checkIns: { total: number; days: number } | null
  clicks: { total: number; byDelivery: Map<string, number>; byChannel: Map<string, number> }
}
