import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { api, setCurrentCompanyId, useSession } from '#web/api/index.ts'
import { Button, Confirm } from '#web/ui/index.ts'

export function LeaveCompany() {
  const { t } = useLingui()
  const { company } = useSession()
  const [asking, ask] = useState(false)
  const { name } = company
  const leave = async () => {
    await api.post('/members/leave')
    setCurrentCompanyId(null)
    // Nothing of the company may stay in this tab's memory.
    location.assign('/')
  }
  return (
    <>
      <Button kind="quiet" onClick={() => ask(true)}>
        <Trans>Leave the company…</Trans>
      </Button>
      <Confirm
        open={asking}
        onClose={() => ask(false)}
        title={t`Leave ${name}?`}
        action={t`Leave the company`}
        danger
        onConfirm={leave}
      >
        <p>
          <Trans>
            What you wrote stays, your API keys are revoked. To come back you need an invitation.
          </Trans>
        </p>
      </Confirm>
    </>
  )
}
