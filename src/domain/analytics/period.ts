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
  clicks: { total: number; byDelivery: Map<string, number>; byChannel: Map<string, number> }
}
