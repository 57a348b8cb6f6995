import { Plural } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
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

/** At the foot of the sidebar, only while something waits: an entry of its own would mostly say nothing. */
export function WaitingForMe() {
  const count = useWaitingForMe()
  if (count === 0) return null
  return (
    <Link
      to="/approvals"
      className="flex items-baseline gap-2.5 rounded-md px-2.5 py-1.5 text-sm text-ink hover:bg-paper"
    >
      <span aria-hidden className="translate-y-px">
        <Mark status="in_review" />
      </span>
      <span>
        <Plural value={count} one="# post to approve" other="# posts to approve" />
      </span>
    </Link>
  )
}
