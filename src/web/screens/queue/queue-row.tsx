import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import type { QueueEntry } from '#domain/planning/slots/api.ts'
import { useOpenComposer } from '#web/shell/index.ts'
import { cx, IconButton } from '#web/ui/index.ts'
import type { Reorder } from './use-reorder.ts'

const KIND = 'application/x-vigie-queue'

/** An hour of the queue and the post in it, or that it is free. */
export function QueueRow({ entry, reorder }: { entry: QueueEntry; reorder: Reorder }) {
  const { post, wallTime } = entry
  const openComposer = useOpenComposer()
  const time = <span className="w-12 shrink-0 text-ink-2">{wallTime.slice(11)}</span>
  if (!post) {
    return (
      <li className="flex min-h-10 items-center gap-2.5 px-2 pointer-coarse:min-h-11">
        {time}
        <button
          type="button"
          className="min-h-8 flex-1 rounded-sm border border-dashed border-rule-strong px-2 text-left text-sm text-ink-2 hover:bg-sunken"
          onClick={() => openComposer({ date: wallTime })}
        >
          {entry.slot === 'evergreen' ? <Trans>Free, for the shelf</Trans> : <Trans>Free</Trans>}
        </button>
      </li>
    )
  }
  return <TakenRow post={post} time={time} reorder={reorder} slot={entry.slot} />
}

interface TakenProps {
  post: NonNullable<QueueEntry['post']>
  slot: QueueEntry['slot']
  time: React.ReactNode
  reorder: Reorder
}

function TakenRow({ post, slot, time, reorder }: TakenProps) {
  const { t } = useLingui()
  const openComposer = useOpenComposer()
  const [isOver, setOver] = useState(false)
  const words = post.excerpt.trim() || t`No text`
  const place = reorder.placeOf(post.id)
  const drop = (event: DragEvent) => {
    const dragged = event.dataTransfer.getData(KIND)
    setOver(false)
    if (!dragged || dragged === post.id || place < 0) return
    event.preventDefault()
    reorder.moveTo(dragged, place)
  }
  return (
    // oxlint-disable-next-line no-noninteractive-element-interactions -- arrows do it for the keyboard
    <li
      draggable={place >= 0}
      className={cx(
        'flex min-h-10 items-center gap-2.5 rounded-sm px-2',
        isOver && 'bg-accent-soft',
      )}
      onDragStart={(event) => event.dataTransfer.setData(KIND, post.id)}
      onDragOver={(event) => {
        if (place < 0 || !event.dataTransfer.types.includes(KIND)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {time}
      <GripVertical
        size={16}
        strokeWidth={1.5}
        aria-hidden
        className={cx('shrink-0 text-ink-3 max-md:hidden', place < 0 && 'invisible')}
      />
      <button
        type="button"
        className="line-clamp-2 min-h-8 min-w-0 flex-1 rounded-sm text-left hover:bg-sunken pointer-coarse:min-h-11"
        onClick={() => openComposer({ postId: post.id })}
      >
        {words}
      </button>
      {slot === null && (
        <Note>
          <Trans>outside its times</Trans>
        </Note>
      )}
      {post.origin === 'evergreen' && (
        <Note>
          <Trans>from the shelf</Trans>
        </Note>
      )}
      {place >= 0 && (
        <span className="flex shrink-0">
          <IconButton
            label={t`Move up: ${words}`}
            icon={ArrowUp}
            disabled={place === 0}
            data-queue-up={post.id}
            onClick={() => reorder.moveTo(post.id, place - 1)}
          />
          <IconButton
            label={t`Move down: ${words}`}
            icon={ArrowDown}
            disabled={place === reorder.count - 1}
            onClick={() => reorder.moveTo(post.id, place + 1)}
          />
        </span>
      )}
    </li>
  )
}

const Note = ({ children }: { children: React.ReactNode }) => (
  <span className="shrink-0 text-xs text-ink-3 max-md:hidden">{children}</span>
)
