import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { CrisisScope, CrisisView } from '#domain/publishing/crisis/api.ts'
import { api } from '#web/api/index.ts'
import type { OverlayProps } from '#web/shell/define-screen.ts'
import {
  Button,
  Checkbox,
  Choice,
  Dialog,
  ProblemMessage,
  SelectField,
  TextField,
  useToast,
} from '#web/ui/index.ts'
import { useTargets } from './targets.ts'
import { useWhatItDid } from './what-it-did.ts'

/** The brake: what to hold, and one press. Opened on everything, with the button under the finger. */
export default function HoldDialog({ close }: OverlayProps) {
  const { t } = useLingui()
  return (
    <Dialog
      open
      onClose={close}
      title={t`Hold what is scheduled`}
      description={
        <Trans>
          None of it goes out until someone lifts the hold. Then you’ll be asked what to do with
          each post.
        </Trans>
      }
    >
      <HoldForm close={close} />
    </Dialog>
  )
}

function HoldForm({ close }: { close: () => void }) {
  const { t } = useLingui()
  const [scope, setScope] = useState<CrisisScope>('company')
  const [target, setTarget] = useState('')
  const [reason, setReason] = useState('')
  const [replies, setReplies] = useState(false)
  const targets = useTargets()[scope]
  const press = usePress(close)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void press.run({ scope, target: target || (targets[0]?.value ?? ''), reason, replies })
  }
  return (
    <form onSubmit={submit} className="space-y-5">
      <ScopeChoice
        value={scope}
        onValue={(next) => {
          setScope(next)
          setTarget('')
        }}
      />
      {targets.length > 0 && (
        <SelectField
          label={t`Which one`}
          value={target || (targets[0]?.value ?? '')}
          onValue={setTarget}
          options={targets}
        />
      )}
      <TextField
        label={t`Reason`}
        hint={t`Your colleagues will see it on every screen.`}
        optional
        value={reason}
        onValue={setReason}
        maxLength={300}
      />
      <Checkbox
        label={t`Refuse replies in the inbox too`}
        hint={t`Rarely wise: when something has happened, people expect an answer.`}
        checked={replies}
        onChecked={setReplies}
      />
      {press.problem !== null && <ProblemMessage problem={press.problem} />}
      <Button type="submit" kind="danger" data-autofocus busy={press.busy}>
        {scope === 'company' ? <Trans>Hold everything</Trans> : <Trans>Hold it</Trans>}
      </Button>
    </form>
  )
}

function ScopeChoice(props: { value: CrisisScope; onValue: (scope: CrisisScope) => void }) {
  const { t } = useLingui()
  const all = useTargets()
  const options: { value: CrisisScope; label: string }[] = [
    { value: 'company', label: t`Everything, company-wide` },
    { value: 'network', label: t`Everything on one network` },
    { value: 'account', label: t`Everything from one account` },
    { value: 'campaign', label: t`Everything in one campaign` },
  ]
  return (
    <Choice
      legend={t`What to hold`}
      options={options.filter(({ value }) => value === 'company' || all[value].length > 0)}
      {...props}
    />
  )
}

function usePress(close: () => void) {
  const client = useQueryClient()
  const toast = useToast()
  const say = useWhatItDid()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const run = async (what: Record<string, unknown>) => {
    setBusy(true)
    setProblem(null)
    try {
      const held = await api.post<CrisisView>('/crisis', what)
      await client.invalidateQueries({ queryKey: ['crisis'] })
      void client.invalidateQueries({ queryKey: ['posts'] })
      toast({ text: say(held) })
      close()
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return { run, busy, problem }
}
