import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import type { AlertDetail } from '#domain/listening/alerts/api.ts'
import { useCompany } from '#web/api/index.ts'
import { dayIn } from '#web/shell/period/index.ts'
import { LinkButton, Page, QueryView, RelativeTime, Skeleton, WithMargin } from '#web/ui/index.ts'
import { AlertActions } from './alert-actions.tsx'
import { AlertCount } from './alert-count.tsx'
import { AlertFacts } from './alert-facts.tsx'
import { AlertState } from './alert-state.tsx'
import { AtHand } from './at-hand.tsx'
import { BandChart } from './band-chart.tsx'
import { CaseOfAlert } from './case-of-alert.tsx'
import { useAlert } from './queries.ts'
import { SilentSources } from './silent-sources.tsx'
import { useAlertName } from './use-risk-words.ts'

/** One alert: what changed, what to do, whom to call. */
export default function AlertScreen() {
  const { t } = useLingui()
  const { alertId = '' } = useParams({ strict: false })
  const alert = useAlert(alertId)
  const name = useAlertName(alert.data ?? { risk: null, query: { id: null, name: t`Alert` } })
  return (
    <Page
      title={name}
      back={{ to: '/alerts', label: t`Alerts` }}
      folio={alert.data && <Folio alert={alert.data} />}
      actions={
        alert.data && (
          <>
            <CaseOfAlert alertId={alertId} />
            <AlertActions alert={alert.data} />
          </>
        )
      }
    >
      <QueryView query={alert} skeleton={<Skeleton rows={6} height={48} />}>
        {(found) => (
          <WithMargin margin={<AtHand />}>
            <Told alert={found} />
          </WithMargin>
        )}
      </QueryView>
    </Page>
  )
}

function Folio({ alert: { openedAt } }: { alert: AlertDetail }) {
  return (
    <Trans>
      Alerted <RelativeTime at={openedAt} />
    </Trans>
  )
}

function Told({ alert }: { alert: AlertDetail }) {
  const { timeZone } = useCompany()
  const { risk, hours, beganAt, facts, query } = alert
  const since = {
    period: 'days',
    from: dayIn(timeZone, new Date(beganAt)),
  }
  return (
    <div className="space-y-5">
      <SilentSources silent={facts.silent} />
      <div>
        <AlertCount alert={alert} />
        <p className="mt-1 text-sm">
          <AlertState alert={alert} />
        </p>
      </div>
      {risk === null && <BandChart hours={hours} began={beganAt} />}
      <AlertFacts facts={facts} isPosts={risk !== null} />
      {risk !== null && (
        <LinkButton to="/listening" search={{ signal: `risk:${risk}`, ...since }}>
          <Trans>See such mentions</Trans>
        </LinkButton>
      )}
      {risk === null && query.id !== null && (
        <LinkButton to="/listening" search={{ query: query.id, ...since }}>
          <Trans>See the mentions since then</Trans>
        </LinkButton>
      )}
    </div>
  )
}
