import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { AlertSettings } from '#domain/listening/alerts/api.ts'
import { api } from '#web/api/index.ts'
import {
  Button,
  Checkbox,
  IconButton,
  ProblemMessage,
  QueryView,
  SelectField,
  Sheet,
  TextAreaField,
  TextInput,
  useToast,
} from '#web/ui/index.ts'
import { useAlertSettings } from './queries.ts'
import { RiskFields } from './risk-fields.tsx'

/** The budget of false alarms, how one is told, and what must be at hand. */
export function SettingsSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useLingui()
  const settings = useAlertSettings()
  return (
    <Sheet {...{ open, onClose }} title={t`Alert settings`} width={560}>
      <QueryView query={settings}>
        {(now) => <SettingsForm settings={now} onClose={onClose} />}
      </QueryView>
    </Sheet>
  )
}

type Person = AlertSettings['people'][number]
const NOBODY: Person = { name: '', role: '', phone: '' }

function SettingsForm({ settings, onClose }: { settings: AlertSettings; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  const [draft, setDraft] = useState(settings)
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const change = (part: Partial<AlertSettings>) => setDraft((before) => ({ ...before, ...part }))

  const save = async () => {
    setBusy(true)
    try {
      const people = draft.people.filter(({ name }) => name.trim() !== '')
      await api.put('/alerts/settings', { ...draft, people })
      await client.invalidateQueries({ queryKey: ['alerts'] })
      toast({ text: t`Alert settings saved` })
      onClose()
    } catch (refusal) {
      setProblem(refusal)
      setBusy(false)
    }
  }

  return (
    <form
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void save()
      }}
    >
      <BudgetField value={draft.perMonth} onValue={(perMonth) => change({ perMonth })} />
      <RiskFields chosen={draft.risks} onChosen={(risks) => change({ risks })} />
      <Checkbox
        label={t`Also by e-mail`}
        hint={t`To everyone who can act on alerts`}
        checked={draft.byMail}
        onChecked={(byMail) => change({ byMail })}
      />
      <PeopleFields people={draft.people} onPeople={(people) => change({ people })} />
      <TextAreaField
        label={t`What we agreed to do`}
        hint={t`Shown beside every alert and included in its e-mail`}
        autosize
        value={draft.policy}
        maxLength={5000}
        onValue={(policy) => change({ policy })}
      />
      {problem !== null && <ProblemMessage problem={problem} />}
      <Button type="submit" kind="solid" busy={busy}>
        <Trans>Save</Trans>
      </Button>
    </form>
  )
}

const BUDGETS = [0.25, 1, 4, 12]

function BudgetField({ value, onValue }: { value: number; onValue: (value: number) => void }) {
  const { t } = useLingui()
  const words: Record<number, string> = {
    0.25: t`One every four months`,
    1: t`One a month`,
    4: t`One a week`,
    12: t`Three a week`,
  }
  const offered = BUDGETS.includes(value) ? BUDGETS : [...BUDGETS, value].toSorted((a, b) => a - b)
  return (
    <SelectField
      label={t`False alarms you accept`}
      hint={t`The fewer you accept, the later an alert comes. This is for all queries together; Vigie works out the threshold for each.`}
      options={offered.map((budget) => ({
        value: String(budget),
        label: words[budget] ?? t`${budget} a month`,
      }))}
      value={String(value)}
      onValue={(chosen) => onValue(Number(chosen))}
    />
  )
}

interface PeopleFieldsProps {
  people: Person[]
  onPeople: (people: Person[]) => void
}

function PeopleFields({ people, onPeople }: PeopleFieldsProps) {
  const { t } = useLingui()
  const put = (rank: number, part: Partial<Person>) =>
    onPeople(people.map((person, i) => (i === rank ? { ...person, ...part } : person)))
  return (
    <fieldset>
      <legend className="mb-1 font-medium">
        <Trans>People to call</Trans>
      </legend>
      <ul className="space-y-2">
        {people.map(({ name, role, phone }, rank) => (
          <li key={rank} className="flex items-center gap-2">
            <div className="grid min-w-0 flex-1 gap-2 md:grid-cols-3">
              <TextInput
                aria-label={t`Name`}
                placeholder={t`Name`}
                value={name}
                maxLength={120}
                onChange={(event) => put(rank, { name: event.target.value })}
              />
              <TextInput
                aria-label={t`Reason to call`}
                placeholder={t`Reason to call`}
                value={role}
                maxLength={120}
                onChange={(event) => put(rank, { role: event.target.value })}
              />
              <TextInput
                aria-label={t`Phone`}
                placeholder={t`Phone`}
                type="tel"
                value={phone}
                maxLength={60}
                onChange={(event) => put(rank, { phone: event.target.value })}
              />
            </div>
            <IconButton
              label={t`Remove ${name}`}
              icon={X}
              onClick={() => onPeople(people.toSpliced(rank, 1))}
            />
          </li>
        ))}
      </ul>
      {people.length < 20 && (
        <Button
          size="sm"
          icon={Plus}
          className="mt-2"
          onClick={() => onPeople([...people, NOBODY])}
        >
          <Trans>Add a person</Trans>
        </Button>
      )}
    </fieldset>
  )
}
