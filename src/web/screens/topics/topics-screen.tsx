import { Trans, useLingui } from '@lingui/react/macro'
import { Download } from 'lucide-react'
import { download } from '#web/api/index.ts'
import { Rooms } from '#web/shell/rooms.tsx'
import { useUrlState } from '#web/shell/url-state.ts'
import { Button, Page, QueryView, Segmented, Select, Skeleton } from '#web/ui/index.ts'
import { CannotTell } from './cannot-tell.tsx'
import { useQueryNames, useTopics, useUnexpected } from './queries.ts'
import { Together } from './together.tsx'
import { TopicList } from './topic-list.tsx'
import { TopicsMap } from './topics-map.tsx'
import { WhatIsCounted } from './what-is-counted.tsx'

/** What is talked about more than usual: in mentions, in what no query found, and beside a query's own words. */
export default function TopicsScreen() {
  const { t } = useLingui()
  const [queryId, chooseQuery] = useUrlState('query', '')
  const [asked, setDays] = useUrlState('days', '7')
  const days = asked === '3' ? '3' : '7'
  const topics = useTopics(queryId, days)
  const unexpected = useUnexpected(days)
  const among = {
    period: days === '7' ? '168' : '72',
    fold: 'no',
    ...(queryId ? { query: queryId } : {}),
  }
  return (
    <Page
      title={t`Topics`}
      actions={
        <Button
          icon={Download}
          onClick={() => download('/topics.csv', { days, ...(queryId ? { queryId } : {}) })}
        >
          <Trans>Export CSV</Trans>
        </Button>
      }
    >
      <Rooms of="/listening" label={t({ message: 'Listening', context: 'screen' })} />
      <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2">
        <QueryChoice value={queryId} onValue={chooseQuery} />
        <Segmented
          label={t`Period`}
          options={[
            { value: '3', label: t`Last 3 days` },
            { value: '7', label: t`Last 7 days` },
          ]}
          value={days}
          onValue={setDays}
        />
      </div>
      <div className="space-y-10">
        <section aria-labelledby="new-topics">
          <h2 id="new-topics" className="title-serif mb-1 text-xl">
            {days === '7' ? <Trans>New this week</Trans> : <Trans>New in the last 3 days</Trans>}
          </h2>
          <QueryView query={topics} skeleton={<Skeleton rows={4} height={72} />}>
            {(view) =>
              view.state === 'told' ? (
                <>
                  <WhatIsCounted view={view} of="mentions" />
                  <TopicList topics={view.topics} label={t`New topics`} among={among} />
                </>
              ) : (
                <CannotTell view={view} of="mentions" />
              )
            }
          </QueryView>
        </section>
        {topics.data && topics.data.map.length > 0 && <TopicsMap view={topics.data} />}
        {topics.data && queryId !== '' && <Together view={topics.data} />}
        <section aria-labelledby="unexpected-topics">
          <h2 id="unexpected-topics" className="title-serif mb-1 text-xl">
            <Trans>Unexpected</Trans>
          </h2>
          <QueryView query={unexpected} skeleton={<Skeleton rows={3} height={72} />}>
            {(view) =>
              view.state === 'told' ? (
                <>
                  <WhatIsCounted view={view} of="heard" />
                  <TopicList topics={view.topics} label={t`Unexpected topics`} mayFollow />
                </>
              ) : (
                <CannotTell view={view} of="heard" />
              )
            }
          </QueryView>
        </section>
      </div>
    </Page>
  )
}

function QueryChoice({ value, onValue }: { value: string; onValue: (id: string) => void }) {
  const { t } = useLingui()
  const queries = useQueryNames()
  return (
    <div className="w-64 max-w-full">
      <Select
        aria-label={t`Query`}
        value={value}
        onValue={onValue}
        options={[
          { value: '', label: t`All queries` },
          ...(queries.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </div>
  )
}
