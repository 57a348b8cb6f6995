import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { AlertsView, WatchView } from '#domain/listening/alerts/api.ts'
import { MarginColumn } from '#web/ui/index.ts'

/** Beside the alerts: what each query is held against. */
export function WatchedMargin({ view: { watched, tooNew } }: { view: AlertsView }) {
  const { t } = useLingui()
  return (
    <MarginColumn label={t`Watched queries`}>
      <h2 className="title-serif pt-1.5 text-xl text-ink">
        <Trans>Watched queries</Trans>
      </h2>
      {watched.length === 0 ? (
        <p className="border-t border-ink pt-3">
          <Trans>Save a query in Listening: it is watched from then on.</Trans>
        </p>
      ) : (
        <ul className="border-t border-ink">
          {watched.map((watch) => (
            <li key={watch.query.id} className="border-b border-rule py-2">
              <p className="truncate font-medium text-ink">{watch.query.name}</p>
              <p>
                <HowWatched watch={watch} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {tooNew > 0 && (
        <p>
          <Plural
            value={tooNew}
            one="# source is too new to be counted: it counts after a week."
            other="# sources are too new to be counted: they count after a week."
          />
        </p>
      )}
    </MarginColumn>
  )
}

function HowWatched({ watch: { state, days, alarm } }: { watch: WatchView }) {
  if (state === 'deaf')
    return <Trans>No source is being listened to: there is nothing to go on.</Trans>
  if (state === 'learning')
    return <Trans>We cannot tell yet: it takes three whole days of listening.</Trans>
  if (state === 'first-days')
    return (
      <Plural
        value={days}
        one="Watched for # day: only a sharp rise triggers an alert (now from {alarm} within an hour)."
        other="Watched for # days: only a sharp rise triggers an alert (now from {alarm} within an hour)."
      />
    )
  return <Trans>Right now, an alert goes off at {alarm} within an hour.</Trans>
}
