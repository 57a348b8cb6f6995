import type { UseQueryResult } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { PostSummary } from '#domain/publishing/api.ts'
import { AgendaView } from './agenda-view.tsx'
import type { Placed } from './arrange.ts'
import { MonthView } from './month-view.tsx'
import type { Address } from './use-address.ts'

const FirstSteps = lazy(() => import('./first-steps.tsx'))
const WeekView = lazy(() => import('./week-view.tsx'))
const ListView = lazy(() => import('./list/list-view.tsx'))
const DraftsPanel = lazy(() => import('./drafts-panel.tsx'))

interface CalendarBodyProps {
  address: Address
  days: ReadonlyMap<string, Placed[]>
  /** Posts of a period not looked at yet are on their way. */
  busy: boolean
  /** What the company's clock shows. */
  now: string
  heldId: string | null
  /** Drafts and what needs attention. */
  loose: UseQueryResult<PostSummary[]>
  /** The company has no account yet. */
  isNew: boolean
}

/** The view chosen, and the drafts beside it. */
export function CalendarBody(props: CalendarBodyProps) {
  const { address, days, busy, now, heldId, loose, isNew } = props
  const { view, day, status, drafts } = address
  if (isNew && !drafts && loose.data?.length === 0 && days.size === 0) {
    return (
      <Suspense>
        <FirstSteps />
      </Suspense>
    )
  }
  return (
    <div className="flex items-start gap-6 max-lg:flex-col">
      <div className="w-full min-w-0 flex-1">
        {view === 'month' && <MonthView {...{ day, days, busy, heldId }} />}
        {view === 'agenda' && (
          <AgendaView days={days} month={status === 'attention' ? '' : day.slice(0, 7)} />
        )}
        {view === 'list' && (
          <Suspense>
            <ListView days={days} month={status === 'attention' ? '' : day.slice(0, 7)} />
          </Suspense>
        )}
        {view === 'week' && (
          <Suspense>
            <WeekView {...{ day, days, busy, now }} />
          </Suspense>
        )}
      </div>
      {drafts && (
        <Suspense>
          <DraftsPanel query={loose} close={() => address.showDrafts(false)} />
        </Suspense>
      )}
    </div>
  )
}
