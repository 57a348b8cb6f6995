import { Trans, useLingui } from '@lingui/react/macro'
import type { QuotaView } from '#domain/publishing/quota/api.ts'
import { cx, DateTime, Tooltip, useFormat } from '#web/ui/index.ts'
import { CountedHere } from './counted-here.tsx'
import { useMeters } from './queries.ts'

/** On an account: used, left, and when there is more; what this month costs. */
export function ChannelMeter({ channelId }: { channelId: string }) {
  const { data } = useMeters()
  const meter = data?.find((one) => one.channelId === channelId)
  if (!meter || meter.quotas.length + meter.costs.length === 0) return null
  return (
    <div className="mt-2 space-y-1 text-sm text-ink-2">
      {meter.quotas.map((quota) => (
        <Quota key={quota.id} quota={quota} />
      ))}
      {meter.costs.map(({ currency, sentence }) => (
        <p key={currency}>{sentence}</p>
      ))}
      <p className="text-xs text-ink-3">
        <CountedHere />
      </p>
    </div>
  )
}

function Quota({ quota }: { quota: QuotaView }) {
  const { t } = useLingui()
  const f = useFormat()
  const { used, planned, max, freesAt, sentence, source, date } = quota
  const left = f.number(Math.max(0, max - used - planned))
  const readOn = f.date(`${date}T12:00:00Z`)
  return (
    <div>
      <p className="flex flex-wrap gap-x-2">
        <Tooltip text={t`Limit read on ${readOn}: ${source}`}>
          <span>{sentence}</span>
        </Tooltip>
        <span className="text-ink-3">
          <Trans context="quota">{left} left</Trans>
          {freesAt && used > 0 && (
            <>
              {' · '}
              <Trans>
                more from <DateTime at={freesAt} />
              </Trans>
            </>
          )}
        </span>
      </p>
      <span aria-hidden className="mt-0.5 block h-[3px] max-w-60 bg-sunken">
        <span
          className={cx('block h-full', used + planned > max ? 'bg-wait' : 'bg-ink-3')}
          style={{ width: `${Math.min(100, ((used + planned) / max) * 100)}%` }}
        />
      </span>
    </div>
  )
}
