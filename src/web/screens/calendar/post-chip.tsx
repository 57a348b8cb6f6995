import { Trans } from '@lingui/react/macro'
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react'
import { cx, Mark, NetworkStamp } from '#web/ui/index.ts'
import { CampaignStamp } from '../campaigns/campaign-stamp.tsx'
import { needsAttention, type Placed } from './arrange.ts'
import { useCalendarDesk } from './calendar-desk.ts'
import { addDays, dayOf, timeOf } from './days.ts'
import { useDraggable } from './dragging.ts'
import { keepFocusOn, takesFocus } from './moving.ts'
import { ChipMenu } from './chip-menu.tsx'
import { isMovable, markOf } from './post-mark.ts'

const STEPS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
}

interface PostChipProps {
  placed: Placed
  /** Lines: one holds all; from two on, the words have their own. */
  room?: 1 | 2 | 3
}

/**
 * A post in the grid. Its menu and its drag handler exist only while it is under the pointer or has the focus:
 * in each of five hundred posts they would cost half a second per move.
 */
export const PostChip = memo(function PostChip({ placed, room = 2 }: PostChipProps) {
  const { post, wallTime } = placed
  const { open, move } = useCalendarDesk()
  const [awake, setAwake] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const movable = isMovable(post.status)
  useDraggable(button, placed, awake && movable)
  useEffect(() => {
    if (takesFocus(post.id)) button.current?.focus()
  }, [post.id])
  const time = <span className="text-ink-2">{timeOf(wallTime)}</span>
  const wake = () => setAwake(true)
  const onKeyDown = (event: KeyboardEvent) => {
    const days = event.altKey ? STEPS[event.key] : undefined
    if (days === undefined || !movable) return
    // Alt+← is also the browser's way back.
    event.preventDefault()
    keepFocusOn(post.id)
    move(placed, `${addDays(dayOf(wallTime), days)}T${timeOf(wallTime)}`)
  }
  return (
    <li className="group relative">
      <button
        ref={button}
        type="button"
        onPointerEnter={wake}
        onFocus={wake}
        onClick={() => open(post.id)}
        onKeyDown={onKeyDown}
        data-post={post.id}
        className={cx(
          'flex min-h-6 w-full items-start gap-1.5 rounded-sm px-1.5 py-1 text-left text-xs leading-4 hover:bg-sunken',
          'data-dragged:opacity-40',
          needsAttention(post) ? 'bg-bad-soft' : 'bg-sheet',
        )}
      >
        <Mark status={markOf(post.status)} className="mt-0.5 shrink-0" />
        {room === 1 ? (
          <span className="line-clamp-1 min-w-0 flex-1 break-all">
            {time} <Excerpt text={post.excerpt} />
          </span>
        ) : (
          <span className="min-w-0 flex-1">
            {time}
            <span className={room === 2 ? 'block truncate' : 'line-clamp-2'}>
              <Excerpt text={post.excerpt} />
            </span>
          </span>
        )}
        <span
          className={cx(
            'overflow-hidden @max-[6.5rem]:w-0',
            room !== 1 && 'absolute top-1 right-1.5',
          )}
        >
          <Stamps ids={post.channelIds} campaignId={post.campaignId} />
        </span>
      </button>
      {awake && <ChipMenu placed={placed} />}
    </li>
  )
})

/** What a post says, or that it says nothing. */
export function Excerpt({ text }: { text: string }) {
  return (
    text.trim() || (
      <em className="text-ink-2">
        <Trans>No text</Trans>
      </em>
    )
  )
}

const MOST = 2

interface StampsProps {
  ids: readonly string[]
  most?: number
  /** Its mark comes first. */
  campaignId?: string | null
}

/** The networks of a post, two at most and how many more. Two accounts of one network share its stamp. */
export function Stamps({ ids, most = MOST, campaignId }: StampsProps) {
  const { channels, campaigns } = useCalendarDesk()
  const campaign = campaigns.get(campaignId ?? '')
  const stamps = new Map<string, string>()
  for (const id of ids) {
    const channel = channels.get(id)
    if (channel) stamps.set(channel.stamp, channel.networkName)
  }
  const known = [...stamps]
  const shown = known.length > most ? known.slice(0, most - 1) : known
  const others = known.slice(shown.length)
  return (
    <span className="flex shrink-0 gap-0.5">
      {campaign && <CampaignStamp campaign={campaign} />}
      {shown.map(([stamp, name]) => (
        <NetworkStamp key={stamp} stamp={stamp} name={name} />
      ))}
      {others.length > 0 && (
        <NetworkStamp
          stamp={`+${others.length}`}
          name={others.map(([, name]) => name).join(', ')}
        />
      )}
    </span>
  )
}
