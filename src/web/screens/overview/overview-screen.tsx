import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Download } from 'lucide-react'
import { Suspense } from 'react'
import type { Overview } from '#domain/listening/overview/api.ts'
import { api } from '#web/api/index.ts'
import { useUrlState } from '#web/shell/index.ts'
import { PeriodChoice, usePeriod } from '#web/shell/period/index.ts'
import { Rooms } from '#web/shell/rooms.tsx'
import { Page, QueryView, Segmented, Select, Skeleton, useFormat } from '#web/ui/index.ts'
import { NewTopics } from '../topics/parts.ts'
import { NothingHeard } from './nothing-heard.tsx'
import { OpinionChart } from './opinion-chart.tsx'
import { OverviewFigures } from './overview-figures.tsx'
import { mentionsOf } from './mentions-of.ts'
import { type Asked, useOverview } from './queries.ts'
import { TopAuthors } from './top-authors.tsx'
import { TopSources } from './top-sources.tsx'
import { Voices } from './voices.tsx'
import { VolumeChart } from './volume-chart.tsx'

/** What was said in a period: how much, how well, beside which rivals, by whom. */
export default function OverviewScreen() {
  const { t } = useLingui()
  const f = useFormat()
  const period = usePeriod()
  const { from, to, length: days } = period
  const isShort = days <= 7
  const [by, setBy] = useUrlState('by', 'day')
  const [queryId, setQuery] = useUrlState('query', '')
  const [sourceId, setSource] = useUrlState('source', '')
  const grain = by === 'hour' && !isShort ? 'day' : by
  const asked = {
    from,
    to,
    by: grain,
    ...(queryId ? { queryId } : {}),
    ...(sourceId ? { sourceId } : {}),
  }
  const overview = useOverview(asked)
  const { queries = [], sources = [] } = overview.data ?? {}
  const options = (all: string, list: { id: string; name: string }[]) => [
    { value: '', label: all },
    ...list.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const grains = [
    ...(isShort ? [{ value: 'hour', label: t`Hour` }] : []),
    { value: 'day', label: t`Day` },
    { value: 'week', label: t`Week` },
  ]
  return (
    <Page
      title={t`Listening overview`}
      folio={
        <Trans>
          {f.day(from)} to {f.day(to)}, compared with{' '}
          <Plural value={days} one="the day before" other="the # days before" />
        </Trans>
      }
      actions={
        <a
          href={api.href('/listening/overview.csv', asked)}
          download
          className="inline-flex h-8 items-center gap-2 rounded-md border border-rule-strong px-3 font-medium whitespace-nowrap hover:bg-sunken pointer-coarse:h-11"
        >
          <Download size={16} strokeWidth={1.5} aria-hidden />
          CSV
        </a>
      }
    >
      <Rooms of="/listening" label={t({ message: 'Listening', context: 'screen' })} />
      <div className="mb-5 flex flex-wrap gap-2">
        <PeriodChoice period={period} />
        <Segmented label={t`Counted by`} options={grains} value={grain} onValue={setBy} />
        <Select
          aria-label={t`Query`}
          className="max-w-56"
          options={options(t`All queries`, queries)}
          value={queryId}
          onValue={setQuery}
        />
        <Select
          aria-label={t`Source`}
          className="max-w-56"
          options={options(t`All sources`, sources)}
          value={sourceId}
          onValue={setSource}
        />
      </div>
      <QueryView query={overview} skeleton={<Skeleton rows={6} height={48} />}>
        {(view) =>
          view.queries.length === 0 ? (
            <NothingHeard />
          ) : (
            <Heard view={view} {...{ asked }} onSource={setSource} />
          )
        }
      </QueryView>
    </Page>
  )
}

interface HeardProps {
  view: Overview
  asked: Asked
  onSource: (id: string) => void
}

function Heard({ view, asked, onSource }: HeardProps) {
  const { queryId = '', sourceId = '' } = asked
  // What is shown may still be of the period before the one that is on its way.
  const all = mentionsOf({ ...asked, from: view.from, to: view.to })
  return (
    <div className="space-y-8">
      <OverviewFigures figures={view.figures} all={all} />
      <div className="grid gap-8 lg:grid-cols-2">
        <VolumeChart view={view} all={all} />
        <OpinionChart view={view} />
      </div>
      <div className="grid gap-8 lg:grid-cols-2">
        <Voices view={view} />
        <TopSources rows={view.bySource} picked={sourceId} onPick={onSource} />
      </div>
      <div className="grid gap-8 lg:grid-cols-2">
        <TopAuthors authors={view.authors} all={all} />
        <section aria-labelledby="new-topics-title">
          <h2 id="new-topics-title" className="title-serif mb-2 text-xl">
            <Trans>New this week</Trans>
          </h2>
          <Suspense fallback={<Skeleton rows={3} height={32} />}>
            <NewTopics queryId={queryId} />
          </Suspense>
        </section>
      </div>
    </div>
  )
}
