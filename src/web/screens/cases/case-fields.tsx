import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { CaseView } from '#domain/cases/api.ts'
import { api, useMay, useMembers } from '#web/api/index.ts'
import { Button, ProblemMessage, SelectField, TextField, useToast } from '#web/ui/index.ts'
import { useCaseWords } from './words.ts'

/** Title, state, who has it and until when: saved together, from the version that is shown. */
export function CaseFields({ one }: { one: CaseView }) {
  const { t } = useLingui()
  const may = useMay('listening:write')
  const client = useQueryClient()
  const toast = useToast()
  const members = useMembers()
  const { titleOf, states } = useCaseWords()
  const [draft, setDraft] = useState<Partial<Draft>>({})
  // What somebody else saves meanwhile must not pass under a change that is being made here.
  const [begun, setBegun] = useState(one.version)
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const isBegun = Object.keys(draft).length > 0
  const now: Draft = {
    title: titleOf(one),
    state: one.state,
    assignedTo: one.assignedTo?.userId ?? '',
    dueOn: one.dueOn ?? '',
    ...draft,
  }
  const change = (part: Partial<Draft>) => {
    if (!isBegun) setBegun(one.version)
    setDraft({ ...draft, ...part })
  }
  const settle = async () => {
    setDraft({})
    setProblem(null)
    await client.invalidateQueries({ queryKey: ['cases'] })
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const { assignedTo, dueOn } = draft
    const sent = {
      ...draft,
      version: begun,
      ...(assignedTo === undefined ? {} : { assignedTo: assignedTo || null }),
      ...(dueOn === undefined ? {} : { dueOn: dueOn || null }),
    }
    try {
      await api.patch(`/cases/${one.id}`, sent)
      await settle()
      toast({ text: t`Saved` })
    } catch (refusal) {
      setProblem(refusal)
    }
    setBusy(false)
  }
  const choices =
    one.kind === 'lead' ? (['open', 'won', 'lost'] as const) : (['open', 'closed'] as const)
  return (
    <form onSubmit={(event) => void save(event)} className="max-w-2xl">
      <fieldset disabled={!may} className="grid gap-3 sm:grid-cols-3">
        <TextField
          className="sm:col-span-3"
          label={t`Title`}
          maxLength={200}
          required
          value={now.title}
          onValue={(title) => change({ title })}
        />
        <SelectField
          label={t({ message: 'Status', context: 'lead or case' })}
          options={choices.map((value) => ({ value, label: states[value] }))}
          value={now.state}
          onValue={(state) => change({ state: state as CaseView['state'] })}
        />
        <SelectField
          label={t({ message: 'Assigned to', context: 'lead or case' })}
          options={[
            { value: '', label: t`Nobody assigned` },
            ...(members.data ?? []).map(({ userId, name }) => ({ value: userId, label: name })),
          ]}
          value={now.assignedTo}
          onValue={(assignedTo) => change({ assignedTo })}
        />
        <TextField
          label={t`Due date`}
          type="date"
          value={now.dueOn}
          onValue={(dueOn) => change({ dueOn })}
        />
      </fieldset>
      {problem !== null && <ProblemMessage problem={problem} />}
      {isBegun && (
        <p className="flex gap-2 pt-3">
          <Button type="submit" kind="solid" busy={busy}>
            <Trans>Save</Trans>
          </Button>
          <Button kind="quiet" onClick={() => void settle()}>
            <Trans>Reload</Trans>
          </Button>
        </p>
      )}
    </form>
  )
}

interface Draft {
  title: string
  state: CaseView['state']
  assignedTo: string
  dueOn: string
}
