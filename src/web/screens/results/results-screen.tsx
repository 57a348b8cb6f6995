import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import type { ResultsView } from '#domain/analytics/api.ts'
import type { ChannelView } from '#domain/channels/api.ts'
import { api, useChannels, useCompany } from '#web/api/index.ts'
import { useUrlState } from '#web/shell/index.ts'
import { Page, QueryView, Segmented, Select, Skeleton, useFormat } from '#web/ui/index.ts'
import { AccountBars } from './account-bars.tsx'
import { KeyFigures } from './key-figures.tsx'
import { NothingYet } from './nothing-yet.tsx'
import { LENGTHS, periodOf } from './period.ts'
import { useResults } from './queries.ts'
import { RankedPosts } from './ranked-posts.tsx'
import { TheCurve } from './the-curve.tsx'

/** What the posts of a period brought: five figures, one curve, the accounts, the posts. */
export default function ResultsScreen() {
  const { t } = useLingui()
  const f = useFormat()
  const { timeZone } = useCompany()
  const [days, setDays] = useUrlState('days', '30')
  const [channelId, setChannel] = useUrlState('channel', '')
  const period = periodOf(Number(days) || 30, timeZone)
  const asked = { ...period, ...(channelId ? { channelId } : {}) }
  const results = useResults(asked)
  const channels = useChannels()
  const lengths = LENGTHS.map((value) => ({ value, label: t`${value} days` }))
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
          {f.day(period.from)} to {f.day(period.to)}, compared with the {days} days before
        </Trans>
      }
      actions={
        <>
          <Segmented label={t`Period`} options={lengths} value={days} onValue={setDays} />
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
