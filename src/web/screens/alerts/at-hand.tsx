import { Trans, useLingui } from '@lingui/react/macro'
import { CirclePause } from 'lucide-react'
import { useMay } from '#web/api/index.ts'
import { LinkButton, MarginColumn, QueryView } from '#web/ui/index.ts'
import { useAlertSettings } from './queries.ts'

/** Beside an alert: the brake, whom to call, and what was agreed to do. */
export function AtHand() {
  const { t } = useLingui()
  const mayHold = useMay('crisis:write')
  const settings = useAlertSettings()
  return (
    <MarginColumn label={t`At hand`}>
      <h2 className="title-serif pt-1.5 text-xl text-ink">
        <Trans>At hand</Trans>
      </h2>
      <div className="space-y-4 border-t border-ink pt-3">
        {mayHold && (
          <div>
            <LinkButton to="." search={{ hold: 'company' }} icon={CirclePause}>
              <Trans>Hold everything scheduled…</Trans>
            </LinkButton>
          </div>
        )}
        <QueryView query={settings}>
          {({ people, policy }) => (
            <>
              <People people={people} />
              {policy !== '' && (
                <div>
                  <h3 className="font-medium text-ink">
                    <Trans>What we agreed to do</Trans>
                  </h3>
                  <p className="whitespace-pre-line">{policy}</p>
                </div>
              )}
              {people.length === 0 && policy === '' && (
                <p>
                  <Trans>
                    Write down who to call and what was agreed: it will appear here and in the
                    e-mail.
                  </Trans>
                </p>
              )}
              <LinkButton size="sm" to="/alerts" search={{ set: 'yes' }}>
                <Trans>Alert settings</Trans>
              </LinkButton>
            </>
          )}
        </QueryView>
      </div>
    </MarginColumn>
  )
}

function People({ people }: { people: { name: string; role: string; phone: string }[] }) {
  if (people.length === 0) return null
  return (
    <div>
      <h3 className="font-medium text-ink">
        <Trans>People to call</Trans>
      </h3>
      <ul>
        {people.map(({ name, role, phone }) => (
          <li key={`${name}${phone}`} className="py-1">
            <span className="text-ink">{name}</span>
            {role !== '' && <span> · {role}</span>}
            {phone !== '' && (
              <a
                href={`tel:${phone.replace(/[^\d+]/g, '')}`}
                className="block w-fit text-accent underline"
              >
                {phone}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
