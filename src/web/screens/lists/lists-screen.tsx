import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ListOfAccount } from '#domain/subscribers/api.ts'
import { EmptyState, LinkButton, Page, QueryView, Skeleton } from '#web/ui/index.ts'
import { ListCounts } from './list-counts.tsx'
import { useLists } from './queries.ts'

/** The accounts that write letters, each with the people who want them. */
export default function ListsScreen() {
  const { t } = useLingui()
  const lists = useLists()
  return (
    <Page title={t`Mailing lists`} back={{ to: '/channels', label: t`Accounts` }}>
      <QueryView query={lists} skeleton={<Skeleton rows={2} height={64} />}>
        {(all) =>
          all.length > 0 ? (
            <ul className="border-t border-ink">
              {all.map((list) => (
                <ListRow key={list.channelId} list={list} />
              ))}
            </ul>
          ) : (
            <NoList />
          )
        }
      </QueryView>
    </Page>
  )
}

function ListRow({ list }: { list: ListOfAccount }) {
  const { channelId, name, address } = list
  return (
    <li className="border-b border-rule py-3">
      <Link
        to="/lists/$channelId"
        params={{ channelId }}
        className="inline-flex min-h-6 items-center text-lg font-medium underline-offset-2 hover:underline"
      >
        {name}
      </Link>
      <p className="text-sm text-ink-2">{address}</p>
      <ListCounts list={list} />
    </li>
  )
}

function NoList() {
  return (
    <EmptyState
      title={<Trans>No account sends letters yet</Trans>}
      example={
        <ul>
          <li className="border-b border-rule py-3">
            <p className="text-lg font-medium">Atelier Morel</p>
            <p className="text-sm text-ink-2">lettre@atelier-morel.example</p>
            <ListCounts list={{ subscribed: 240, left: 12, suspended: 3 }} />
          </li>
        </ul>
      }
      action={
        <LinkButton kind="solid" to="/channels">
          <Trans>Connect an account</Trans>
        </LinkButton>
      }
    >
      <Trans>
        Connect the address of a newsletter among your accounts: its list of people is kept here,
        with how and when each of them agreed.
      </Trans>
    </EmptyState>
  )
}
