import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import type { AlertDetail } from '#domain/listening/alerts/api.ts'
import {
  LinkButton,
  Page,
  QueryView,
  RelativeTime,
  Skeleton,
  useFormat,
  WithMargin,
} from '#web/ui/index.ts'
import { AlertActions } from './alert-actions.tsx'
import { AlertFacts } from './alert-facts.tsx'
import { AlertState } from './alert-state.tsx'
import { AtHand } from './at-hand.tsx'
import { BandChart } from './band-chart.tsx'
import { CaseOfAlert } from './case-of-alert.tsx'
import { useAlert } from './queries.ts'
import { SilentSources } from './silent-sources.tsx'
import { useOver } from './use-over.ts'

/** One alert: what changed, what to do, whom to call. */
export default function AlertScreen() {
  const { t } = useLingui()
  const { alertId = '' } = useParams({ strict: false })
  const alert = useAlert(alertId)
  return (
    <Page
      title={alert.data?.query.name ?? t`Alert`}
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
  const f = useFormat()
  const { subject, scale, count, expected, alarm, hours, beganAt, facts, query } = alert
  const over = useOver(scale)
  const usual = f.number(expected < 10 ? Math.round(expected * 10) / 10 : Math.round(expected))
  return (
    <div className="space-y-5">
      <SilentSources silent={facts.silent} />
      <div>
        <p className="title-serif text-2xl">
          {subject === 'all' ? (
            <Trans>
              {f.number(count)} mentions {over}; usually {usual}
            </Trans>
          ) : (
            <Trans>
              {f.number(count)} worrying mentions {over}; usually {usual}
            </Trans>
          )}
        </p>
        {subject === 'worrying' && (
          <p className="mt-1 text-sm text-ink-2">
            <Trans>Worrying: their opinion is negative, or they carry a risk.</Trans>
          </p>
        )}
        <p className="mt-1 text-sm text-ink-2">
          <Trans>It goes off at {f.number(alarm)}.</Trans>
        </p>
        <p className="mt-1 text-sm">
          <AlertState alert={alert} />
        </p>
      </div>
      <BandChart hours={hours} began={beganAt} />
      <AlertFacts facts={facts} />
      {query.id !== null && (
        <LinkButton to="/listening" search={{ query: query.id }}>
          <Trans>See all mentions</Trans>
        </LinkButton>
      )}
    </div>
  )
}
