import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useChannelMap } from '#web/api/index.ts'
import { useOpenComposer } from '#web/shell/index.ts'
import type { Placed } from './arrange.ts'
import type { CalendarDesk } from './calendar-desk.ts'
import { useCampaignMap } from '../campaigns/queries.ts'
import { dayOf, weekOf, weeksOfMonth } from './days.ts'
import type { Address } from './use-address.ts'
import { useMovePost } from './use-move-post.ts'

/** The desk handed to every cell: its functions never change, so that no cell is drawn again for them. */
export function useDesk(address: Address, today: string) {
  const { byId, isEmpty } = useChannelMap()
  const campaigns = useCampaignMap()
  const openComposer = useOpenComposer()
  const carry = useMovePost()
  const [heldId, hold] = useState<string | null>(null)
  const [asking, ask] = useState<Placed | null>(null)
  const latest = useRef(address)
  useLayoutEffect(() => {
    latest.current = address
  })

  const move = useCallback(
    (placed: Placed, to: string) => {
      hold(placed.post.id)
      carry(placed, to)
      const { view, day, setDay } = latest.current
      const inSight = view === 'week' ? weekOf(day) : weeksOfMonth(day).flat()
      if (!inSight.includes(dayOf(to))) setDay(dayOf(to))
    },
    [carry],
  )
  const desk = useMemo<CalendarDesk>(
    () => ({
      channels: byId,
      campaigns,
      today,
      open: (postId) => openComposer({ postId }),
      write: (date) => openComposer({ date }),
      move,
      askWhere: ask,
    }),
    [byId, campaigns, today, openComposer, move],
  )
  return { desk, heldId, asking, close: () => ask(null), isNew: isEmpty }
}
