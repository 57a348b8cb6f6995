import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { MemberView, Role } from '#domain/governance/api.ts'
import { api, useSession } from '#web/api/index.ts'
import { Avatar, QueryView, Skeleton } from '#web/ui/index.ts'
import { Section } from './section.tsx'

export function MembersSection() {
  const { t } = useLingui()
  const { company, user } = useSession()
  const roleName = useRoleName()
  const members = useQuery({
    queryKey: ['members', company.id],
    queryFn: ({ signal }) => api.get<MemberView[]>('/members', { signal }),
  })
  return (
    <Section
      id="members"
      title={t`Members`}
      lead={<Trans>Who works at this desk, and in which role.</Trans>}
    >
      <QueryView query={members} skeleton={<Skeleton rows={2} height={48} />}>
        {(list) => (
          <ul className="border-t border-rule">
            {list.map((member) => (
              <li
                key={member.userId}
                className="flex min-h-12 items-center gap-3 border-b border-rule py-2"
              >
                <Avatar name={member.name} />
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">
                    {member.name}
                    {member.userId === user.id && (
                      <span className="font-normal text-ink-3">
                        {' '}
                        <Trans>(you)</Trans>
                      </span>
                    )}
                  </span>
                  <span className="block truncate text-xs text-ink-3">{member.email}</span>
                </span>
                <span className="text-ink-2">{roleName(member.role)}</span>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </Section>
  )
}

function useRoleName(): (role: Role) => string {
  const { t } = useLingui()
  return (role) =>
    ({
      owner: t`Owner`,
      manager: t`Manager`,
      editor: t`Editor`,
      contributor: t`Contributor`,
      reviewer: t`Reviewer`,
      analyst: t`Analyst`,
    })[role]
}
