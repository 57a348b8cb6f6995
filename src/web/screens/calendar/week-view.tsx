import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { memo, useCallback, useRef } from 'react'
import { cx, useFormat } from '#web/ui/index.ts'
import { hoursOf, type Placed } from './arrange.ts'
import { useCalendarDesk } from './calendar-desk.ts'
import { hourOf, weekOf } from './days.ts'
import { useDropSquares } from './dragging.ts'
import { PostChip } from './post-chip.tsx'
import { useWriteOn } from './use-write-on.ts'

interface WeekViewProps {
  day: string
  days: ReadonlyMap<string, Placed[]>
  busy: boolean
  /** `2026-11-24T10:20` in the company's zone. */
  now: string
}

/** A week by the hour. Dropping a post on another hour keeps its minutes. */
export default function WeekView({ day, days, busy, now }: WeekViewProps) {
  const { t } = useLingui()
  const f = useFormat()
  const { today, move } = useCalendarDesk()
  const write = useWriteOn()
  const table = useRef<HTMLTableElement>(null)
  const week = weekOf(day)
  const posts = week.flatMap((one) => days.get(one) ?? [])
  const hours = hoursOf(posts)
  const squares = bySquare(posts)
  useDropSquares(
    table,
    useCallback(
      (placed, square) => {
        const minutes = placed.wallTime.slice(13) || ':00'
        const hour = String(square.hour ?? (hourOf(placed.wallTime) || 9)).padStart(2, '0')
        const to = `${square.day}T${hour}${minutes}`
        if (placed.wallTime) move(placed, to)
        else write(placed.post.id, to)
      },
      [move, write],
    ),
  )
  return (
    <table
      ref={table}
      aria-label={t`Week`}
      aria-busy={busy}
      className="w-full table-fixed border-collapse border-t border-ink"
    >
      <thead className="sticky top-0 z-10 bg-paper shadow-[inset_0_-1px_var(--rule)]">
        <tr>
          <td className="w-14 truncate pr-2 text-right text-2xs text-ink-3">{f.zoneNote}</td>
          {week.map((one) => (
            <th key={one} scope="col" className="px-2 py-1.5 text-left text-xs font-normal">
              <span
                aria-current={one === today ? 'date' : undefined}
                className={cx(
                  'inline-block first-letter:uppercase',
                  one === today
                    ? 'rounded-sm bg-ink px-1.5 font-semibold text-paper'
                    : 'text-ink-2',
                )}
              >
                {f.weekday(one)} {f.day(one)}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hours.map((hour) => (
          <tr key={hour}>
            <th
              scope="row"
              className="pt-1 pr-2 text-right align-top text-xs font-normal text-ink-3"
            >
              {`${String(hour).padStart(2, '0')}:00`}
            </th>
            {week.map((one) => (
              <Hour
                key={one}
                day={one}
                hour={hour}
                posts={squares.get(`${one} ${hour}`) ?? NONE}
                isPast={`${one}T${String(hour).padStart(2, '0')}:59` < now}
                isNow={`${one}T${String(hour).padStart(2, '0')}` === now.slice(0, 13)}
              />
            ))}
          </tr>
        ))}
      </tbody>
      <caption className="caption-bottom pt-2 text-left text-xs text-ink-3">
        <Trans>Earlier and later hours appear when a post is there.</Trans>
      </caption>
    </table>
  )
}

const NONE: Placed[] = []

function bySquare(posts: readonly Placed[]): Map<string, Placed[]> {
  const squares = new Map<string, Placed[]>()
  for (const placed of posts) {
    const key = `${placed.wallTime.slice(0, 10)} ${hourOf(placed.wallTime)}`
    squares.set(key, [...(squares.get(key) ?? []), placed])
  }
  return squares
}

interface HourProps {
  day: string
  hour: number
  posts: readonly Placed[]
  isPast: boolean
  isNow: boolean
}

const Hour = memo(function Hour({ day, hour, posts, isPast, isNow }: HourProps) {
  const { t } = useLingui()
  const f = useFormat()
  const { write } = useCalendarDesk()
  const time = `${String(hour).padStart(2, '0')}:00`
  return (
    <td
      data-day={day}
      data-hour={hour}
      className={cx(
        'group/hour relative h-10 border border-rule p-0.5 align-top last:border-r-0 data-over:bg-accent-soft',
        '[&:nth-child(n+7)]:bg-sunken',
        isNow && 'shadow-[inset_0_2px_var(--accent)]',
      )}
    >
      {posts.length > 0 && (
        <ul className="@container relative z-[1] flex flex-col gap-0.5">
          {posts.map((placed) => (
            <PostChip key={placed.post.id} placed={placed} />
          ))}
        </ul>
      )}
      {!isPast && posts.length === 0 && (
        <button
          type="button"
          aria-label={t`New post on ${f.longDay(day)}, ${time}`}
          onClick={() => write(`${day}T${time}`)}
          className="absolute inset-0 grid place-items-center text-ink-2 opacity-0 hover:opacity-100 focus-visible:opacity-100"
        >
          <Plus size={14} strokeWidth={1.5} aria-hidden />
        </button>
      )}
    </td>
  )
}, isSame)

function isSame(a: HourProps, b: HourProps): boolean {
  return (
    a.day === b.day &&
    a.hour === b.hour &&
    a.isPast === b.isPast &&
    a.isNow === b.isNow &&
    a.posts.length === b.posts.length &&
    a.posts.every((placed, index) => placed === b.posts[index])
  )
}
