import { Plural } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { TaskCount } from '#domain/publishing/tasks/api.ts'
import { api } from '../api/api.ts'
import { useCompany } from '../api/session.ts'
import { Mark } from '../ui/mark.tsx'

/** How many posts wait for this person's approval: seen from every screen, since they do not leave before. */
export function useWaitingForMe(): number {
  const { id } = useCompany()
  const { data } = useQuery({
    queryKey: ['approvals', id, 'count'],
    queryFn: ({ signal }) => api.get<{ mine: number }>('/approvals/count', { signal }),
  })
  return data?.mine ?? 0
}

/** Posts that somebody must put up by hand now. */
export function useTasksToDo(): TaskCount {
  const { id } = useCompany()
  const { data } = useQuery({
    queryKey: ['posts', 'tasks', id, 'count'],
    queryFn: ({ signal }) => api.get<TaskCount>('/tasks/count', { signal }),
  })
  return data ?? { toDo: 0, late: 0 }
}

/** The same, for what is to be put up by hand. */
export function ToDoByHand() {
  const { toDo, late } = useTasksToDo()
  if (toDo === 0) return null
  return (
    <Link to="/to-do" className={ENTRY}>
      <span aria-hidden className="translate-y-px">
        <Mark status={late > 0 ? 'failed' : 'handed'} />
      </span>
      <span>
        <Plural value={toDo} one="# post to publish by hand" other="# posts to publish by hand" />
        {late > 0 && (
          <>
            {', '}
            <Plural value={late} one="# late" other="# late" />
          </>
        )}
      </span>
    </Link>
  )
}

const ENTRY = 'flex items-baseline gap-2.5 rounded-md px-2.5 py-1.5 text-sm text-ink hover:bg-paper'

/** At the foot of the sidebar, only while something waits: an entry of its own would mostly say nothing. */
export function WaitingForMe() {
  const count = useWaitingForMe()
  if (count === 0) return null
  return (
    <Link to="/approvals" className={ENTRY}>
      <span aria-hidden className="translate-y-px">
        <Mark status="in_review" />
      </span>
      <span>
        <Plural value={count} one="# post to approve" other="# posts to approve" />
      </span>
    </Link>
  )
}

/** How many alerts nobody has closed. */
export function useOpenAlerts(): number {
  const { id } = useCompany()
  const { data } = useQuery({
    queryKey: ['alerts', id, 'count'],
    queryFn: ({ signal }) => api.get<{ open: number }>('/alerts/count', { signal }),
  })
  return data?.open ?? 0
}

/** The same, for what is talked about more than usual. */
export function OpenAlerts() {
  const open = useOpenAlerts()
  if (open === 0) return null
  return (
    <Link to="/alerts" className={ENTRY}>
      <span aria-hidden className="translate-y-px">
        <Mark status="failed" />
      </span>
      <span>
        <Plural value={open} one="# alert" other="# alerts" />
      </span>
    </Link>
  )
}
