import { Trans, useLingui } from '@lingui/react/macro'
import { EmptyState, LinkButton, Mark } from '#web/ui/index.ts'

/** The calendar of a company that has no account and no post yet. */
export default function FirstSteps() {
  const { t } = useLingui()
  return (
    <EmptyState
      title={<Trans>Nothing can be published yet</Trans>}
      action={
        <LinkButton kind="solid" to="/channels" search={{ connect: 'yes' }}>
          <Trans>Connect an account</Trans>
        </LinkButton>
      }
      example={
        <p className="flex items-center gap-2.5 px-2">
          <Mark status="scheduled" />
          <span className="text-ink-2">09:00</span>
          <span className="flex-1">{t`A 1950s armchair comes back to life`}</span>
        </p>
      }
    >
      <Trans>
        Your posts will appear here, day by day: what is planned, what went out, and what needs you.
        Connect a first account; you can write drafts in the meantime.
      </Trans>
    </EmptyState>
  )
}
