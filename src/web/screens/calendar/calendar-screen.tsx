import { lazy, Suspense, useMemo } from 'react'
import type { PostSummary } from '#domain/publishing/api.ts'
import { loadMessages } from '#web/shell/locale.ts'
import { useCompany } from '#web/api/index.ts'
import { Page, ProblemMessage, Skeleton } from '#web/ui/index.ts'
import { useNotices } from '../waiting/use-notices.ts'
import { AttentionStrip } from './attention-strip.tsx'
import { arrange, needsAttention } from './arrange.ts'
import { CalendarBody } from './calendar-body.tsx'
import { CalendarDeskProvider } from './calendar-desk.ts'
import { CalendarTools } from './calendar-tools.tsx'
import { weeksOfMonth } from './days.ts'
import { Folio } from './folio.tsx'
import { useMoved } from './moving.ts'
import { useLoosePosts, usePosts } from './queries.ts'
import { useAddress } from './use-address.ts'
import { useCalendarKeys } from './use-calendar-keys.ts'
import { useDesk } from './use-desk.ts'
import { useNow } from './use-now.ts'
import { usePeriodTitle } from './use-period-title.ts'

const Notices = lazy(async () => {
  const words = loadMessages('../screens/waiting')
  const notices = await import('../waiting/notices.tsx')
  await words
  return notices
})
const MoveDialog = lazy(() => import('./move-dialog.tsx'))

/** What leaves and what has left, day by day. */
export default function CalendarScreen() {
  const { timeZone } = useCompany()
  const now = useNow(timeZone)
  const address = useAddress(now.slice(0, 10))
  const { view, day, status, channelId, campaignId, label } = address
  const weeks = weeksOfMonth(day)
  const [first = day, last = day] = [weeks[0]?.[0], weeks.at(-1)?.[6]]
  const posts = usePosts(first, last)
  const loose = useLoosePosts()
  const { notices, isPending: isAsking } = useNotices()
  const moved = useMoved()
  // What needs attention is listed whenever it was.
  const isWhole = (view === 'agenda' || view === 'list') && status === 'attention'
  const shown = isWhole ? loose.data : posts.data
  const days = useMemo(() => {
    const wanted = { channelId, status, campaignId, label }
    return arrange(shown ?? [], { zone: timeZone, moved, wanted })
  }, [shown, timeZone, moved, channelId, status, campaignId, label])
  const { desk, heldId, asking, close, isNew } = useDesk(address, now.slice(0, 10))
  const title = usePeriodTitle(address)
  useCalendarKeys(address)

  const { attention, drafts } = useMemo(() => sorted(loose.data ?? []), [loose.data])
  // Drawn once, with all there is: rows that grow push the others away.
  const isWaiting = loose.isPending || posts.isPending || isAsking
  const busy = posts.isPending || posts.isPlaceholderData
  return (
    <CalendarDeskProvider value={desk}>
      <Page
        title={title}
        width="full"
        folio={<Folio {...{ address, days, busy }} />}
        actions={<CalendarTools address={address} drafts={drafts} />}
      >
        {posts.isError && (
          <ProblemMessage
            className="mb-4"
            problem={posts.error}
            retry={() => void posts.refetch()}
          />
        )}
        {isWaiting ? (
          <Skeleton rows={5} height={140} />
        ) : (
          <>
            {notices && (
              <Suspense>
                <Notices {...notices} />
              </Suspense>
            )}
            {attention.length > 0 && !isWhole && (
              <AttentionStrip posts={attention} seeAll={address.seeAttention} />
            )}
            <CalendarBody {...{ address, days, busy, now, heldId, loose }} isNew={isNew} />
          </>
        )}
      </Page>
      <Suspense>
        {asking && <MoveDialog key={asking.post.id} placed={asking} now={now} close={close} />}
      </Suspense>
    </CalendarDeskProvider>
  )
}

const sorted = (posts: readonly PostSummary[]) => ({
  attention: posts.filter(needsAttention),
  drafts: posts.filter(({ status }) => status === 'draft').length,
})
