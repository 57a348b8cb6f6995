import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { PhraseVariable } from '#domain/publishing/phrases/api.ts'
import { SelectField, TextField } from '#web/ui/index.ts'

interface VariableFieldsProps {
  variables: PhraseVariable[]
  onVariables: (variables: PhraseVariable[]) => void
}

/** What will be asked each time: of which kind, and what is proposed. */
export function VariableFields({ variables, onVariables }: VariableFieldsProps) {
  const set = (name: string, changes: Partial<PhraseVariable>) =>
    onVariables(variables.map((one) => (one.name === name ? { ...one, ...changes } : one)))
  if (variables.length === 0) return null
  return (
    <fieldset className="border-t border-rule pt-3">
      <legend className="pr-2 font-medium">
        <Trans>What is asked each time</Trans>
      </legend>
      <ul className="space-y-4">
        {variables.map((variable) => (
          <li key={variable.name}>
            <One variable={variable} set={(changes) => set(variable.name, changes)} />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

interface OneProps {
  variable: PhraseVariable
  set: (changes: Partial<PhraseVariable>) => void
}

function One({ variable, set }: OneProps) {
  const { t } = useLingui()
  const { name, kind, choices } = variable
  // As it is typed: blanks and a semicolon at the end are not choices yet.
  const [written, write] = useState(choices.join(' ; '))
  const kinds = [
    { value: 'text', label: t`A text` },
    { value: 'number', label: t`A number` },
    { value: 'date', label: t`A date` },
    { value: 'choice', label: t`A choice` },
  ]
  return (
    <div className="grid gap-x-3 gap-y-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <SelectField
        label={`{${name}}`}
        value={kind}
        onValue={(value) => set({ kind: value as PhraseVariable['kind'], default: '' })}
        options={kinds}
      />
      <TextField
        label={t`Proposed`}
        optional
        type={kind === 'date' ? 'date' : 'text'}
        value={variable.default}
        onValue={(value) => set({ default: kind === 'number' ? value.replace(',', '.') : value })}
      />
      {kind === 'choice' && (
        <TextField
          className="sm:col-span-2"
          label={t`Choices, with a semicolon between`}
          value={written}
          onValue={(text) => {
            write(text)
            set({ choices: split(text) })
          }}
        />
      )}
    </div>
  )
}

const split = (text: string) =>
  text
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean)
