import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { BellRing, Settings2 } from 'lucide-react'
import type { AlertsView, AlertView } from '#domain/listening/alerts/api.ts'
import { useMay } from '#web/api/index.ts'
import { useUrlState } from '#web/shell/index.ts'
import { Rooms } from '#web/shell/rooms.tsx'
import { Button, Page, QueryView, Skeleton, WithMargin } from '#web/ui/index.ts'
import { AlertRow } from './alert-row.tsx'
import { DevicesSheet } from './devices-sheet.tsx'
import { useAlerts } from './queries.ts'
import { SettingsSheet } from './settings-sheet.tsx'
import { StageCrisis } from './stage-crisis.tsx'
import { SilentSources } from './silent-sources.tsx'
import { WatchedMargin } from './watched-margin.tsx'

/** What was talked about more than usual, and how each query is watched. */
export default function AlertsScreen() {
  const { t } = useLingui()
  const [setting, set] = useUrlState('set', '')
  const [pushing, push] = useUrlState('push', '')
  const may = useMay('listening:write')
  const alerts = useAlerts()
  const open = alerts.data?.alerts.filter(({ state }) => state !== 'closed') ?? []
  return (
    <Page
      title={t`Alerts`}
      folio={
        open.length > 0 && <Plural value={open.length} one="# to decide" other="# to decide" />
      }
      actions={
        <>
          <Button icon={BellRing} onClick={() => push('yes')}>
            <Trans>On your devices</Trans>
          </Button>
          {may && (
            <Button icon={Settings2} onClick={() => set('yes')}>
              <Trans>Alert settings</Trans>
            </Button>
          )}
        </>
      }
    >
      <Rooms of="/listening" label={t({ message: 'Listening', context: 'screen' })} />
      <QueryView query={alerts} skeleton={<Skeleton rows={4} height={64} />}>
        {(view) => (
          <WithMargin margin={<WatchedMargin view={view} />}>
            <SilentSources silent={view.silent} />
            <Listed alerts={view.alerts} view={view} />
            <StageCrisis />
          </WithMargin>
        )}
      </QueryView>
      <SettingsSheet open={setting !== ''} onClose={() => set('')} />
      <DevicesSheet open={pushing !== ''} onClose={() => push('')} />
    </Page>
  )
}

function Listed({ alerts, view }: { alerts: AlertView[]; view: AlertsView }) {
  const { t } = useLingui()
  if (alerts.length === 0) return <Calm view={view} />
  return (
    <ul aria-label={t`Alerts`} className="border-t border-ink">
      {alerts.map((alert) => (
        <AlertRow key={alert.id} alert={alert} />
      ))}
    </ul>
  )
}

function Calm({ view: { watched } }: { view: AlertsView }) {
  const telling = watched.filter(({ state }) => ['first-days', 'watched'].includes(state)).length
  return (
    <div className="max-w-prose border-t border-ink pt-4">
      <h2 className="title-serif text-xl">
        {telling > 0 ? <Trans>Nothing out of the ordinary</Trans> : <Trans>No alert yet</Trans>}
      </h2>
      <p className="mt-1 text-ink-2">
        <Trans>
          An alert goes out as soon as a saved query finds far more than it usually does at that
          hour on that weekday: here, by e-mail, on your devices and in your other tools.
        </Trans>{' '}
        <Trans>So does a single post that reads like a risk chosen in the settings.</Trans>
      </p>
    </div>
  )
}
