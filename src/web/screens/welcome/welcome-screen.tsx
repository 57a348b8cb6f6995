import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { type Session, sessionQuery } from '#web/api/index.ts'
import { QueryView } from '#web/ui/index.ts'
import { AccountStep } from './account-step.tsx'
import { BeginStep } from './begin-step.tsx'
import { CompanyStep } from './company-step.tsx'
import { Threshold } from './threshold.tsx'

/** The first visit, one step at a time; where one is follows from what exists already. */
export default function WelcomeScreen() {
  const session = useQuery(sessionQuery)
  return <QueryView query={session}>{(data) => <CurrentStep session={data} />}</QueryView>
}

function CurrentStep({ session }: { session: Session }) {
  const { t } = useLingui()
  const names = [t`Your account`, t`Your company`, t`First step`]
  if (session.firstVisit) {
    return (
      <Threshold
        steps={{ names, current: 0 }}
        title={t`Open Vigie`}
        lead={<Trans>The first account owns this installation. Others join by invitation.</Trans>}
      >
        <AccountStep />
      </Threshold>
    )
  }
  if (!session.user) return <Navigate to="/sign-in" />
  if (session.companies.every((company) => company.practice)) {
    return (
      <Threshold
        steps={{ names, current: 1 }}
        title={t`Your company`}
        lead={<Trans>Its name, its language and its time zone. All three can change later.</Trans>}
      >
        <CompanyStep />
      </Threshold>
    )
  }
  return (
    <Threshold
      steps={{ names, current: 2 }}
      title={t`Where to start`}
      lead={<Trans>Connect a real account, or look around first with an invented shop.</Trans>}
    >
      <BeginStep />
    </Threshold>
  )
}
