import { Plural, Trans } from '@lingui/react/macro'
import { useFormat } from '#web/ui/index.ts'
import { needsAttention, type Placed } from './arrange.ts'
import { useCalendarDesk } from './calendar-desk.ts'
import { weekNumber, weekOf } from './days.ts'
import type { Address } from './use-address.ts'
import { useWeekSpan } from './use-period-title.ts'

interface FolioProps {
  address: Address
  days: ReadonlyMap<string, Placed[]>
  busy: boolean
}

/** The line under the title: "Week 47 · 12 posts, 2 need attention · hours of Paris". */
export function Folio({ address: { view, day, status }, days, busy }: FolioProps) {
  const f = useFormat()
  const { today } = useCalendarDesk()
  const span = useWeekSpan(day)
  const isShown =
    view === 'week'
      ? (one: string) => weekOf(day).includes(one)
      : (view === 'agenda' || view === 'list') && status === 'attention'
        ? () => true
        : (one: string) => one.startsWith(day.slice(0, 7))
  const posts = [...days].flatMap(([one, there]) => (isShown(one) ? there : []))
  const troubled = posts.filter(({ post }) => needsAttention(post)).length
  const where =
    view === 'week' ? (
      span
    ) : today.startsWith(day.slice(0, 7)) ? (
      <Trans>Week {weekNumber(today)}</Trans>
    ) : null
  return (
    <>
      {where}
      {!busy && (
        <>
          {where && ' · '}
          <Plural value={posts.length} _0="no post" one="# post" other="# posts" />
          {troubled > 0 && (
            <>
              {', '}
              <Plural value={troubled} one="# needs attention" other="# need attention" />
            </>
          )}
        </>
      )}
      {f.zoneNote && (
        <>
          {' · '}
          <Trans>hours of {f.zoneNote}</Trans>
        </>
      )}
    </>
  )
}
