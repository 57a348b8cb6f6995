import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import type { ResultsView } from '#domain/analytics/api.ts'
import type { ChannelView } from '#domain/channels/api.ts'
import { api, useChannels } from '#web/api/index.ts'
import { useUrlState } from '#web/shell/index.ts'
import { PeriodChoice, usePeriod } from '#web/shell/period/index.ts'
import { Page, QueryView, Select, Skeleton, useFormat } from '#web/ui/index.ts'
import { AccountBars } from './account-bars.tsx'
import { KeyFigures } from './key-figures.tsx'
import { NothingYet } from './nothing-yet.tsx'
import { useResults } from './queries.ts'
import { RankedPosts } from './ranked-posts.tsx'
import { TheCurve } from './the-curve.tsx'

/** What the posts of a period brought: five figures, one curve, the accounts, the posts. */
export default function ResultsScreen() {
  const { t } = useLingui()
  const f = useFormat()
  const period = usePeriod()
  const { from, to, length: days } = period
  const [channelId, setChannel] = useUrlState('channel', '')
  const asked = { from, to, ...(channelId ? { channelId } : {}) }
  const results = useResults(asked)
  const channels = useChannels()
  const accounts = [
    { value: '', label: t`All accounts` },
    ...(channels.data ?? []).map(({ id, handle, networkName }) => ({
      value: id,
      label: `${handle} · ${networkName}`,
    })),
  ]
  return (
    <Page
      title={t`Results`}
      folio={
        <Trans>
          {f.day(from)} to {f.day(to)}, compared with{' '}
          <Plural value={days} one="the day before" other="the # days before" />
        </Trans>
      }
      actions={
        <>
          <PeriodChoice period={period} />
          <Select
            aria-label={t`Account`}
            className="max-w-56"
            options={accounts}
            value={channelId}
            onValue={setChannel}
          />
          <a
            href={api.href('/results.csv', asked)}
            download
            className="inline-flex h-8 items-center gap-2 rounded-md border border-rule-strong px-3 font-medium whitespace-nowrap hover:bg-sunken pointer-coarse:h-11"
          >
            <Download size={16} strokeWidth={1.5} aria-hidden />
            CSV
          </a>
        </>
      }
    >
      <QueryView query={results} skeleton={<Skeleton rows={6} height={48} />}>
        {(view) =>
          channels.data?.length === 0 ? (
            <NothingYet />
          ) : (
            <Read
              view={view}
              channels={channels.data ?? []}
              onChannel={setChannel}
              channelId={channelId}
            />
          )
        }
      </QueryView>
    </Page>
  )
}

interface ReadProps {
  view: ResultsView
  channels: ChannelView[]
  channelId: string
  onChannel: (id: string) => void
}

function Read({ view, channels, channelId, onChannel }: ReadProps) {
  return (
    <div className="space-y-8">
      <div>
        <KeyFigures figures={view.figures} />
        <p className="mt-2 text-right">
          <Link to="/links" className="inline-flex min-h-6 items-center text-ink-2 underline">
            <Trans>Links and clicks</Trans>
          </Link>
        </p>
      </div>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,2fr)_minmax(260px,1fr)]">
        <TheCurve curve={view.curve} />
        <AccountBars
          rows={view.channels}
          channels={channels}
          picked={channelId}
          onPick={onChannel}
        />
      </div>
      <RankedPosts posts={view.posts} channels={channels} />
    </div>
  )
}
