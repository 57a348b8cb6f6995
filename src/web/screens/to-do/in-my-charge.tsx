import { Plural, Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { UserCheck } from 'lucide-react'
import type { MyCharge } from '#domain/listening/mentions/assign/api.ts'
import { api, useCompany, useMay } from '#web/api/index.ts'
import { LinkButton } from '#web/ui/index.ts'

/** Mentions that a colleague put in one's charge, and the way to them. */
export function InMyCharge() {
  const { id } = useCompany()
  const may = useMay('listening:read')
  const { data } = useQuery({
    queryKey: ['mentions', id, 'in-my-charge'],
    queryFn: ({ signal }) => api.get<MyCharge>('/mentions/in-my-charge', { signal }),
    enabled: may,
  })
  if (!data || data.mine === 0) return null
  return (
    <div className="mb-5 flex flex-wrap items-center gap-x-3 gap-y-2 border-y border-rule py-2">
      <UserCheck size={16} strokeWidth={1.5} aria-hidden className="text-ink-2" />
      <p className="mr-auto">
        <Plural
          value={data.mine}
          one="# mention is assigned to you"
          other="# mentions are assigned to you"
        />
      </p>
      <LinkButton size="sm" to="/listening" search={{ assignee: 'me' }}>
        <Trans>See them</Trans>
      </LinkButton>
    </div>
  )
}
