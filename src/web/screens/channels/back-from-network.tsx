import { Trans, useLingui } from '@lingui/react/macro'
import { TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import type { ReturnView } from '#domain/channels/returns/api.ts'
import { useUrlState } from '#web/shell/url-state.ts'
import { Button, ProblemMessage, useToast } from '#web/ui/index.ts'
import { ChooseAccounts } from './choose-accounts.tsx'
import { useReturn } from './queries.ts'

/**
 * After the network's own pages the desk opens /channels?connected=…, ?back=… or ?late=yes. The address only names
 * what happened: the desk kept it. A success is told once and taken off the address.
 */
export function BackFromNetwork({ connect }: { connect: (connector: string) => void }) {
  const { t } = useLingui()
  const toast = useToast()
  const [connected, setConnected] = useUrlState('connected', '')
  const [back, setBack] = useUrlState('back', '')
  const [late] = useUrlState('late', '')
  const came = useReturn(back)
  useEffect(() => {
    if (connected === '') return
    setConnected('')
    toast({ text: t`The account is connected.` })
  }, [connected, setConnected, toast, t])

  if (late !== '') {
    return (
      <Refused
        reason={t`The visit to the network took too long, or was started in another browser.`}
        next={t`Reconnect the account, in one go.`}
        onAgain={() => connect('yes')}
      />
    )
  }
  if (back === '') return null
  if (came.isError) {
    return <ProblemMessage className="mb-5" problem={came.error} retry={() => connect('yes')} />
  }
  if (!came.data) return null
  const { networkName, connectorId, accounts, refusal } = came.data
  if (refusal) return <Refused {...refusal} onAgain={() => connect(connectorId)} />
  return (
    accounts && (
      <ChooseAccounts id={back} {...{ networkName, accounts }} onDone={() => setBack('')} />
    )
  )
}

interface RefusedProps extends NonNullable<ReturnView['refusal']> {
  onAgain: () => void
}

/** Why no account was connected, and the one thing to do. */
function Refused({ reason, next, onAgain }: RefusedProps) {
  return (
    <div role="alert" className="mb-5 flex gap-3 border-l-2 border-bad bg-bad-soft px-4 py-3">
      <TriangleAlert size={16} strokeWidth={1.5} aria-hidden className="mt-0.5 shrink-0 text-bad" />
      <div className="min-w-0">
        <p className="font-semibold">
          <Trans>The account was not connected</Trans>
        </p>
        <p className="text-ink-2">{reason}</p>
        <p className="mt-1 break-words">{next}</p>
        <Button size="sm" className="mt-2" onClick={onAgain}>
          <Trans>Reconnect</Trans>
        </Button>
      </div>
    </div>
  )
}
