import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import { useFormat } from '#web/ui/index.ts'
import type { Placed } from './arrange.ts'
import { useCalendarDesk } from './calendar-desk.ts'
import { DayCell } from './day-cell.tsx'
import { addDays, timeOf, weeksOfMonth } from './days.ts'
import { useDropSquares } from './dragging.ts'
import { useWriteOn } from './use-write-on.ts'

interface MonthViewProps {
  day: string
  days: ReadonlyMap<string, Placed[]>
  busy: boolean
  /** The post moved last: kept in sight on a full day. */
  heldId: string | null
}

const NONE: Placed[] = []
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** A month as a page of weeks: days across, posts in their cells. */
export function MonthView({ day, days, busy, heldId }: MonthViewProps) {
  const { t } = useLingui()
  const f = useFormat()
  const { today, move } = useCalendarDesk()
  const write = useWriteOn()
  const table = useRef<HTMLTableElement>(null)
  const month = day.slice(0, 7)
  const weeks = useMemo(() => weeksOfMonth(`${month}-01`), [month])
  const [reached, reach] = useState(day)
  const ahead = weeks.flat().filter((one) => one >= today)
  const stop = [reached, day].find((one) => ahead.includes(one)) ?? ahead[0]
  useDropSquares(
    table,
    useCallback(
      (placed, square) =>
        placed.wallTime
          ? move(placed, `${square.day}T${timeOf(placed.wallTime)}`)
          : write(placed.post.id, square.day),
      [move, write],
    ),
  )
  const onArrow = useCallback((event: KeyboardEvent, from: string) => {
    const step = event.altKey ? undefined : STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const to = addDays(from, step)
    reach(to)
    table.current?.querySelector<HTMLElement>(`[data-write="${to}"]`)?.focus()
  }, [])
  return (
    <table
      ref={table}
      aria-label={f.month(day)}
      aria-busy={busy}
      className="w-full table-fixed border-collapse border-t border-ink"
    >
      <thead>
        <tr>
          {weeks[0]?.map((one) => (
            <th
              key={one}
              scope="col"
              className="px-2 py-1 text-left text-xs font-normal text-ink-3"
            >
              <span className="block first-letter:uppercase">{f.weekday(one)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody aria-label={t`Days`}>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((one) => {
              const posts = days.get(one) ?? NONE
              return (
                <DayCell
                  key={one}
                  day={one}
                  posts={posts}
                  heldId={posts.some(({ post }) => post.id === heldId) ? heldId : null}
                  isOutside={!one.startsWith(month)}
                  when={one === today ? 'today' : one < today ? 'past' : 'ahead'}
                  isStop={one === stop}
                  onArrow={onArrow}
                  rows={weeks.length}
                />
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
