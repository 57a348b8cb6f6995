import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { membersQuery, useMay, useSession } from '#web/api/index.ts'
import { Section } from '#web/screens/settings/section.tsx'
import { Button, LinkButton, QueryView, Skeleton } from '#web/ui/index.ts'
import { Invitations } from './invitations.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { LeaveCompany } from './leave-company.tsx'
import { MemberRow } from './member-row.tsx'

/** Who works here; for those who may, inviting, changing and removing. */
export default function MembersSection() {
  const { t } = useLingui()
  const { company } = useSession()
  const may = useMay('members:write')
  const [inviting, invite] = useState(false)
  const members = useQuery(membersQuery(company.id))
  const count = members.data?.length ?? 0
  return (
    <Section
      id="members"
      title={t`Members`}
      lead={
        <>
          <Trans>Who works here, and in which role.</Trans>{' '}
          {count > 1 && <Plural value={count} one="# person." other="# people." />}
        </>
      }
    >
      <QueryView query={members} skeleton={<Skeleton rows={2} height={48} />}>
        {(list) => (
          <ul className="border-t border-rule">
            {list.map((member) => (
              <MemberRow key={member.userId} member={member} />
            ))}
          </ul>
        )}
      </QueryView>
      {may && <Invitations />}
      <div className="mt-4 flex flex-wrap gap-2">
        {may && (
          <Button icon={UserPlus} onClick={() => invite(true)}>
            <Trans>Invite someone</Trans>
          </Button>
        )}
        <LinkButton kind="quiet" to="/settings/roles">
          <Trans>What each role can do</Trans>
        </LinkButton>
        {count > 1 && <LeaveCompany />}
      </div>
      {inviting && <InviteDialog onClose={() => invite(false)} />}
    </Section>
  )
}
