import { Trans, useLingui } from '@lingui/react/macro'
import { lazy, Suspense } from 'react'
import { useUrlState } from '#web/shell/index.ts'
import { EmptyState, LinkButton, Page, QueryView, Select, Skeleton, Tabs } from '#web/ui/index.ts'
import { useAccounts } from './queries.ts'
import { QueueList } from './queue-list.tsx'

const SlotsWeek = lazy(() => import('./slots-week.tsx'))
const SeriesList = lazy(() => import('./series-list.tsx'))
const Shelf = lazy(() => import('./shelf.tsx'))

const TABS = ['queue', 'slots', 'series', 'shelf'] as const
type Tab = (typeof TABS)[number]

/** When posts leave, without choosing each hour: the queue, its hours, series, and what stays true. */
export default function QueueScreen() {
  const { t } = useLingui()
  const [asked, setTab] = useUrlState<Tab>('tab', 'queue')
  const tab = TABS.find((one) => one === asked) ?? 'queue'
  const accounts = useAccounts()
  const [account, setAccount] = useUrlState('account', '')
  const channel = accounts.data?.find(({ id }) => id === account) ?? accounts.data?.[0]
  const waiting = <Skeleton rows={5} height={44} />
  return (
    <Page
      title={t`Queue`}
      back={{ to: '/calendar', label: t`Calendar` }}
      actions={
        (tab === 'queue' || tab === 'slots') &&
        channel && (
          <Select
            aria-label={t`Account`}
            className="w-60 max-md:w-full"
            value={channel.id}
            onValue={setAccount}
            options={(accounts.data ?? []).map(({ id, handle, networkName }) => ({
              value: id,
              label: `${handle} · ${networkName}`,
            }))}
          />
        )
      }
    >
      <QueryView query={accounts} skeleton={waiting}>
        {() =>
          channel ? (
            <Tabs
              label={t`Planning`}
              value={tab}
              onValue={setTab}
              tabs={[
                {
                  value: 'queue',
                  label: <Trans>Queue</Trans>,
                  panel: <QueueList channelId={channel.id} seeHours={() => setTab('slots')} />,
                },
                {
                  value: 'slots',
                  label: <Trans>Weekly times</Trans>,
                  panel: (
                    <Suspense fallback={waiting}>
                      <SlotsWeek channel={channel} accounts={accounts.data ?? []} />
                    </Suspense>
                  ),
                },
                {
                  value: 'series',
                  label: <Trans>Series</Trans>,
                  panel: (
                    <Suspense fallback={waiting}>
                      <SeriesList />
                    </Suspense>
                  ),
                },
                {
                  value: 'shelf',
                  label: <Trans>Shelf</Trans>,
                  panel: (
                    <Suspense fallback={waiting}>
                      <Shelf />
                    </Suspense>
                  ),
                },
              ]}
            />
          ) : (
            <EmptyState
              title={<Trans>No account publishes yet</Trans>}
              action={
                <LinkButton to="/channels" kind="solid">
                  <Trans>Connect an account</Trans>
                </LinkButton>
              }
            >
              <Trans>
                A queue publishes posts at the times you set for an account. Connect one to start.
              </Trans>
            </EmptyState>
          )
        }
      </QueryView>
    </Page>
  )
}
