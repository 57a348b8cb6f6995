import { Plural, Trans } from '@lingui/react/macro'
import { memo, useEffect, useRef, useState } from 'react'
import { Button, cx, Mark, Thumb, useFormat } from '#web/ui/index.ts'
import { needsAttention, type Placed } from './arrange.ts'
import { useCalendarDesk } from './calendar-desk.ts'
import { ChipMenu } from './chip-menu.tsx'
import { timeOf } from './days.ts'
import { takesFocus } from './moving.ts'
import { Excerpt, Stamps } from './post-chip.tsx'
import { markOf } from './post-mark.ts'

interface AgendaViewProps {
  /** `2026-11`; '' for all there is. */
  month: string
  days: ReadonlyMap<string, Placed[]>
}

/** The posts of a month as a list of days. In the present month it begins today. */
export function AgendaView({ month, days }: AgendaViewProps) {
  const { today } = useCalendarDesk()
  const [earlier, showEarlier] = useState(false)
  const all = [...days.keys()].filter((day) => day.startsWith(month)).toSorted()
  const isPresent = month === today.slice(0, 7)
  const gone = isPresent && !earlier ? all.filter((day) => day < today) : []
  const before = gone.reduce((sum, day) => sum + (days.get(day)?.length ?? 0), 0)
  const shown = all.filter((day) => !gone.includes(day))
  return (
    <div className="max-w-5xl border-t border-ink">
      {before > 0 && (
        <Button
          kind="quiet"
          size="sm"
          className="my-2 -ml-2 text-ink-2"
          onClick={() => showEarlier(true)}
        >
          <Plural value={before} one="# earlier this month" other="# earlier this month" />
        </Button>
      )}
      {shown.length === 0 && (
        <p className="py-6 text-ink-2">
          {before > 0 ? (
            <Trans>Nothing more is planned this month.</Trans>
          ) : (
            <Trans>Nothing in this month.</Trans>
          )}
        </p>
      )}
      {shown.map((day) => (
        <Day key={day} day={day} posts={days.get(day) ?? []} isToday={day === today} />
      ))}
    </div>
  )
}

interface DayProps {
  day: string
  posts: readonly Placed[]
  isToday: boolean
}

const Day = memo(
  function Day({ day, posts, isToday }: DayProps) {
    const f = useFormat()
    return (
      <section className="border-b border-rule py-2 [contain-intrinsic-size:auto_120px] [content-visibility:auto] md:grid md:grid-cols-[168px_minmax(0,1fr)] md:gap-4">
        <h2
          className={cx(
            'mb-1 text-sm first-letter:uppercase md:pt-2.5',
            isToday ? 'font-semibold text-accent' : 'text-ink-2',
          )}
        >
          {f.longDay(day)}
          {isToday && (
            <>
              <span className="md:hidden"> · </span>
              <span className="md:block">
                <Trans>today</Trans>
              </span>
            </>
          )}
        </h2>
        <ul>
          {posts.map((placed) => (
            <Row key={placed.post.id} placed={placed} />
          ))}
        </ul>
      </section>
    )
  },
  (a, b) =>
    a.isToday === b.isToday &&
    a.posts.length === b.posts.length &&
    a.posts.every((placed, index) => placed === b.posts[index]),
)

function Row({ placed }: { placed: Placed }) {
  const { post, wallTime } = placed
  const { open } = useCalendarDesk()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus(post.id)) button.current?.focus()
  }, [post.id])
  return (
    <li className={cx('flex items-center gap-1 rounded-sm', needsAttention(post) && 'bg-bad-soft')}>
      <button
        ref={button}
        type="button"
        data-post={post.id}
        onClick={() => open(post.id)}
        className="flex min-h-10 min-w-0 flex-1 items-center gap-2.5 rounded-sm px-2 py-1 text-left hover:bg-sunken pointer-coarse:min-h-11"
      >
        <Mark status={markOf(post.status)} className="shrink-0" />
        <span className="shrink-0 text-ink-2">{timeOf(wallTime)}</span>
        {post.thumbnailUrl && <Thumb src={post.thumbnailUrl} alt="" size={28} />}
        <span className="line-clamp-2 min-w-0 flex-1">
          <Excerpt text={post.excerpt} />
        </span>
        <Stamps ids={post.channelIds} most={3} campaignId={post.campaignId} />
      </button>
      <ChipMenu placed={placed} always />
    </li>
  )
}
