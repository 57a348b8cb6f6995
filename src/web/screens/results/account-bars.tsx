import { Trans, useLingui } from '@lingui/react/macro'
import type { ResultsView } from '#domain/analytics/api.ts'
import type { ChannelView } from '#domain/channels/api.ts'
import { Bars } from '#web/charts/index.ts'
import { useFormat } from '#web/ui/index.ts'

interface AccountBarsProps {
  rows: ResultsView['channels']
  channels: ChannelView[]
  picked: string
  onPick: (channelId: string) => void
}

/** Which account brought the engagement; a click on one keeps only that one. */
export function AccountBars({ rows, channels, picked, onPick }: AccountBarsProps) {
  const { t } = useLingui()
  const f = useFormat()
  const label = t`Engagement by account`
  const named = rows
    .map(({ channelId, engagement, followers }) => ({
      key: channelId,
      label: channels.find(({ id }) => id === channelId)?.handle ?? '?',
      value: engagement,
      note: followers === null ? t`followers unknown` : t`${f.compact(followers)} followers`,
    }))
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1))
  return (
    <section aria-labelledby="accounts-title">
      <h2 id="accounts-title" className="title-serif mb-2 text-xl">
        <Trans>Accounts</Trans>
      </h2>
      <Bars
        locale={f.locale}
        label={label}
        rows={named}
        picked={picked}
        onPick={(id) => onPick(id === picked ? '' : id)}
      />
    </section>
  )
}
