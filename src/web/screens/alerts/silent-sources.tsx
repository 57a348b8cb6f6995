import { Trans } from '@lingui/react/macro'
import type { AlertsView } from '#domain/listening/alerts/api.ts'
import { RelativeTime } from '#web/ui/index.ts'

/** Sources that were not heard: a silence is not a calm. */
export function SilentSources({ silent }: { silent: AlertsView['silent'] }) {
  if (silent.length === 0) return null
  return (
    <div className="mb-4 rounded-md bg-wait-soft px-3 py-2 text-sm">
      <p className="font-medium">
        <Trans>Silence does not mean calm: not everything is heard.</Trans>
      </p>
      <ul>
        {silent.map(({ name, since }) => (
          <li key={`${name}${since}`} className="text-ink-2">
            <Trans>
              {name}, silent since <RelativeTime at={since} />
            </Trans>
          </li>
        ))}
      </ul>
    </div>
  )
}
