import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { UseQueryResult } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useRef, useState } from 'react'
import type { PostSummary } from '#domain/publishing/api.ts'
import { Button, IconButton, Mark, QueryView, RelativeTime, Thumb } from '#web/ui/index.ts'
import { useCalendarDesk } from './calendar-desk.ts'
import { useDraggable } from './dragging.ts'
import { Excerpt, Stamps } from './post-chip.tsx'

const PAGE = 30

interface DraftsPanelProps {
  query: UseQueryResult<PostSummary[]>
  close: () => void
}

/** Drafts without a date, beside the grid. Dropped on a day, a draft opens with that day chosen. */
export default function DraftsPanel({ query, close }: DraftsPanelProps) {
  const { t } = useLingui()
  const [most, show] = useState(PAGE)
  return (
    <aside
      aria-label={t`Drafts`}
      className="w-full border-t border-ink max-lg:order-first lg:sticky lg:top-0 lg:w-64 lg:shrink-0"
    >
      <header className="flex items-center justify-between py-1">
        <h2 className="title-serif text-lg">
          <Trans>Drafts</Trans>
        </h2>
        <IconButton size="sm" label={t`Close`} icon={X} onClick={close} />
      </header>
      <QueryView query={query}>
        {(posts) => {
          const drafts = posts.filter(({ status }) => status === 'draft')
          const others = drafts.length - most
          if (drafts.length === 0) {
            return (
              <p className="border-t border-rule py-3 text-ink-2">
                <Trans>A post that has no date yet waits here.</Trans>
              </p>
            )
          }
          return (
            <>
              <ul className="divide-y divide-rule border-t border-rule">
                {drafts.slice(0, most).map((post) => (
                  <Draft key={post.id} post={post} />
                ))}
              </ul>
              {others > 0 && (
                <Button kind="quiet" size="sm" onClick={() => show(most + PAGE)}>
                  <Plural value={others} one="# more" other="# more" />
                </Button>
              )}
            </>
          )
        }}
      </QueryView>
    </aside>
  )
}

function Draft({ post }: { post: PostSummary }) {
  const { open } = useCalendarDesk()
  const [awake, wake] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const [placed] = useState({ post, wallTime: '' })
  useDraggable(button, placed, awake)
  return (
    <li onPointerEnter={() => wake(true)}>
      <button
        ref={button}
        type="button"
        onClick={() => open(post.id)}
        className="flex min-h-11 w-full items-start gap-2 px-1 py-2 text-left text-sm hover:bg-sunken data-dragged:opacity-40"
      >
        <Mark status="draft" className="mt-1 shrink-0" />
        <span className="min-w-0 flex-1">
          <span className="line-clamp-2">
            <Excerpt text={post.excerpt} />
          </span>
          <span className="mt-0.5 flex items-center gap-1.5 text-xs text-ink-3">
            <RelativeTime at={post.updatedAt} />
            <Stamps ids={post.channelIds} most={3} />
          </span>
        </span>
        {post.thumbnailUrl && <Thumb src={post.thumbnailUrl} alt="" size={32} />}
      </button>
    </li>
  )
}
