import { createContext, useContext } from 'react'
import type { ChannelView } from '#domain/channels/api.ts'
import type { CampaignSummary } from '#domain/publishing/campaigns/api.ts'
import type { Placed } from './arrange.ts'

/** What every part of a calendar may use. One object for as long as nothing in it changes. */
export interface CalendarDesk {
  channels: ReadonlyMap<string, ChannelView>
  /** Those posts may belong to, by id: for their marks. */
  campaigns: ReadonlyMap<string, CampaignSummary>
  /** In the company's zone. */
  today: string
  open: (postId: string) => void
  /** A new post on that day, or at that wall time. */
  write: (date: string) => void
  move: (placed: Placed, to: string) => void
  /** Asks for a date and a time first. */
  askWhere: (placed: Placed) => void
}

const Desk = createContext<CalendarDesk | null>(null)
export const CalendarDeskProvider = Desk.Provider

export function useCalendarDesk(): CalendarDesk {
  const desk = useContext(Desk)
  if (!desk) throw new Error('useCalendarDesk: outside of a calendar')
  return desk
}
