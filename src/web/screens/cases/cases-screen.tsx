import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Download } from 'lucide-react'
import { download, useMembers, useSession } from '#web/api/index.ts'
import { Rooms } from '#web/shell/rooms.tsx'
import { useUrlState } from '#web/shell/url-state.ts'
import {
  Button,
  EmptyState,
  LinkButton,
  Page,
  QueryView,
  Segmented,
  Select,
  Skeleton,
} from '#web/ui/index.ts'
import { CaseRow } from './case-row.tsx'
import { asked, useCases } from './queries.ts'

/** Leads and cases that were made of mentions: which wait, for whom, until when. */
export default function CasesScreen() {
  const { t } = useLingui()
  const [kind, setKind] = useUrlState('kind', '')
  const [state, setState] = useUrlState('state', 'open')
  const [assigned, setAssigned] = useUrlState('assigned', '')
  const { user } = useSession()
  const members = useMembers()
  const others = (members.data ?? []).filter(({ userId }) => userId !== user.id)
  const isKnown =
    ['me', 'nobody'].includes(assigned) || others.some(({ userId }) => userId === assigned)
  // A member of the address is only asked for once it is known that there is such a one.
  const filters = { kind, state, assigned: isKnown ? assigned : '' }
  const cases = useCases(filters)
  return (
    <Page
      title={t`Leads and cases`}
      actions={
        <Button icon={Download} onClick={() => download('/cases/table.csv', asked(filters))}>
          <Trans>Export CSV</Trans>
        </Button>
      }
    >
      <Rooms of="/listening" label={t({ message: 'Listening', context: 'screen' })} />
      <div className="flex flex-wrap items-center gap-3 pb-3">
        <Segmented
          label={t`Which leads and cases`}
          options={[
            { value: 'open', label: t({ message: 'Open', context: 'leads and cases' }) },
            { value: 'ended', label: t({ message: 'Ended', context: 'leads and cases' }) },
            { value: 'all', label: t({ message: 'All', context: 'leads and cases' }) },
          ]}
          value={state}
          onValue={setState}
        />
        <Select
          aria-label={t`Leads or cases`}
          className="w-60"
          options={[
            { value: '', label: t`Leads and cases` },
            { value: 'lead', label: t`Leads` },
            { value: 'case', label: t`Cases` },
          ]}
          value={kind}
          onValue={setKind}
        />
        <Select
          aria-label={t({ message: 'Assigned to', context: 'lead or case' })}
          className="w-60"
          options={[
            { value: '', label: t`Anyone` },
            { value: 'me', label: t`Mine` },
            { value: 'nobody', label: t({ message: 'Nobody', context: 'lead or case' }) },
            ...others.map(({ userId, name }) => ({ value: userId, label: name })),
          ]}
          value={isKnown ? assigned : ''}
          onValue={setAssigned}
        />
      </div>
      <QueryView query={cases} skeleton={<Skeleton rows={5} height={64} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0)
            return <None filtered={kind !== '' || assigned !== '' || state !== 'open'} />
          return (
            <>
              <ul aria-label={t`Leads and cases`} className="border-t border-ink">
                {items.map((one) => (
                  <CaseRow key={one.id} one={one} />
                ))}
              </ul>
              <p className="pt-3 text-xs text-ink-2">
                <Plural value={items.length} one="# shown" other="# shown" />
              </p>
              {cases.hasNextPage && (
                <Button busy={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>
                  <Trans>Show more</Trans>
                </Button>
              )}
            </>
          )
        }}
      </QueryView>
    </Page>
  )
}

function None({ filtered }: { filtered: boolean }) {
  if (filtered)
    return (
      <p className="border-t border-ink pt-4 text-ink-2">
        <Trans>Nothing matches these filters.</Trans>
      </p>
    )
  return (
    <EmptyState
      title={<Trans>Nothing to follow up</Trans>}
      action={
        <LinkButton to="/listening">
          <Trans>See the mentions</Trans>
        </LinkButton>
      }
    >
      <Trans>
        In Listening, turn someone looking for what you sell into a lead, and a complaint or a risk
        into a case. You follow them up here.
      </Trans>
    </EmptyState>
  )
}
