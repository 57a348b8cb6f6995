import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { AccessForecast } from '#domain/publishing/forecast/api.ts'
import { DateTime, LinkButton, Mark } from '#web/ui/index.ts'

/** Above the calendar: these posts will not leave unless an account is connected again in time. */
export function AccessStrip({ forecast }: { forecast: readonly AccessForecast[] }) {
  const { t } = useLingui()
  return (
    <ul
      aria-label={t`Access that ends`}
      className="mb-5 divide-y divide-rule border-y border-l-2 border-rule border-l-wait text-sm"
    >
      {forecast.map(({ channelId, connectorId, network, handle, reconnectBy, count }) => (
        <li key={channelId} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 py-1.5">
          <Mark status="in_review" className="shrink-0" />
          <p className="min-w-0 flex-1 max-md:basis-[80%]">
            <span className="font-medium">
              <Trans>
                Reconnect {handle} ({network}) by <DateTime at={reconnectBy} />.
              </Trans>
            </span>{' '}
            <span className="text-ink-2">
              <Plural
                value={count}
                one="Otherwise # post planned after that will not go out."
                other="Otherwise # posts planned after that will not go out."
              />
            </span>
          </p>
          <LinkButton size="sm" to="/channels" search={{ connect: connectorId }}>
            <Trans>Reconnect</Trans>
          </LinkButton>
        </li>
      ))}
    </ul>
  )
}
