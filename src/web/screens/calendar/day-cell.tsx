import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { type KeyboardEvent, memo, useState } from 'react'
import { cx, useFormat } from '#web/ui/index.ts'
import { folded, type Placed } from './arrange.ts'
import { useCalendarDesk } from './calendar-desk.ts'
import { PostChip } from './post-chip.tsx'

interface DayCellProps {
  day: string
  posts: readonly Placed[]
  heldId: string | null
  isOutside: boolean
  when: 'past' | 'today' | 'ahead'
  /** The one day of the grid that Tab stops at; arrows go to the others. */
  isStop: boolean
  onArrow: (event: KeyboardEvent, day: string) => void
  /** Weeks on the page: they share its height. */
  rows: number
}

/** A day of the month. Drawn again only when one of its own posts changes. */
export const DayCell = memo(function DayCell(props: DayCellProps) {
  const { day, posts, heldId, isOutside, when, rows } = props
  const [open, setOpen] = useState(false)
  const { shown, hidden } = open ? { shown: posts, hidden: 0 } : folded(posts, heldId)
  const room = posts.length === 1 ? 3 : when === 'past' && posts.length > 2 ? 1 : 2
  return (
    <td
      data-day={day}
      style={{ height: `calc((100dvh - 210px) / ${rows})` }}
      className={cx(
        'border border-rule p-1 align-top first:border-l-0 last:border-r-0 data-over:bg-accent-soft',
        isOutside && 'bg-sunken/60',
        '[&:nth-child(n+6)]:bg-sunken',
      )}
    >
      <DayNumber
        day={day}
        when={when}
        isOutside={isOutside}
        isStop={props.isStop}
        onArrow={props.onArrow}
      />
      {posts.length > 0 && (
        <ul className="@container mt-0.5 flex flex-col gap-0.5">
          {shown.map((placed) => (
            <PostChip key={placed.post.id} placed={placed} room={room} />
          ))}
        </ul>
      )}
      {(hidden > 0 || (open && posts.length > 0)) && (
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="mt-0.5 min-h-6 rounded-sm px-1.5 text-xs text-ink-2 underline underline-offset-2 hover:text-ink"
        >
          {open ? <Trans>Fold</Trans> : <Plural value={hidden} one="# more" other="# more" />}
        </button>
      )}
    </td>
  )
}, isSame)

function DayNumber({
  day,
  when,
  isOutside,
  isStop,
  onArrow,
}: Pick<DayCellProps, 'day' | 'when' | 'isOutside' | 'isStop' | 'onArrow'>) {
  const { t } = useLingui()
  const f = useFormat()
  const { write } = useCalendarDesk()
  const number = Number(day.slice(8))
  const shown = number === 1 ? f.day(day) : number
  if (when === 'past') {
    return (
      <p className={cx('px-1.5 text-xs leading-6', isOutside ? 'text-ink-3' : 'text-ink-2')}>
        {shown}
      </p>
    )
  }
  return (
    <button
      type="button"
      data-write={day}
      tabIndex={isStop ? 0 : -1}
      aria-current={when === 'today' ? 'date' : undefined}
      onClick={() => write(day)}
      onKeyDown={(event) => onArrow(event, day)}
      className="group/day flex min-h-6 w-full items-center justify-between rounded-sm pr-1 text-xs text-ink-2 hover:text-ink"
    >
      <span
        className={cx(
          'min-w-6 rounded-sm px-1.5 text-left',
          when === 'today' && 'bg-ink font-semibold text-paper',
          isOutside && when !== 'today' && 'text-ink-3',
        )}
      >
        {shown}
        <span className="sr-only">{t`, new post on ${f.longDay(day)}`}</span>
      </span>
      <Plus
        size={14}
        strokeWidth={1.5}
        aria-hidden
        className="opacity-0 group-hover/day:opacity-100 group-focus-visible/day:opacity-100"
      />
    </button>
  )
}

function isSame(a: DayCellProps, b: DayCellProps): boolean {
  return (
    a.day === b.day &&
    a.heldId === b.heldId &&
    a.when === b.when &&
    a.isStop === b.isStop &&
    a.rows === b.rows &&
    a.isOutside === b.isOutside &&
    a.posts.length === b.posts.length &&
    a.posts.every((placed, index) => placed === b.posts[index])
  )
}
