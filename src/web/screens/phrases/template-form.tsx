import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowLeft } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { PhraseVariable, PhraseView } from '#domain/publishing/phrases/api.ts'
import { Button, IconButton, SelectField, TextField } from '#web/ui/index.ts'
import { fill, missing, proposed, wordsIn } from './fill.ts'

interface TemplateFormProps {
  phrase: PhraseView
  language: 'en' | 'fr'
  back: () => void
  insert: (values: Record<string, string>) => void
}

/** Asks for the values of a template, and shows the words they make. */
export function TemplateForm({ phrase, language, back, insert }: TemplateFormProps) {
  const { t } = useLingui()
  const { name, variables } = phrase
  const [values, set] = useState(() => proposed(variables))
  const [isRefused, refuse] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input,select')?.focus(), [])
  const lacking = missing(variables, values)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (lacking.length === 0) return insert(values)
    refuse(true)
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
  }
  return (
    <form ref={form} onSubmit={submit} noValidate className="space-y-3">
      <div className="flex items-center gap-1">
        <IconButton
          size="sm"
          label={t`Back to the list`}
          icon={ArrowLeft}
          onClick={back}
          className="-ml-2"
        />
        <h2 className="min-w-0 truncate font-semibold">{name}</h2>
      </div>
      {variables.map((variable) => (
        <ValueField
          key={variable.name}
          variable={variable}
          value={values[variable.name] ?? ''}
          onValue={(value) => set({ ...values, [variable.name]: value })}
          isWrong={isRefused && lacking.includes(variable.name)}
        />
      ))}
      <p
        aria-live="polite"
        className="max-h-40 overflow-auto border-l-2 border-rule pl-2 font-serif text-lg whitespace-pre-line"
      >
        {fill(wordsIn(phrase, language), variables, values, language)}
      </p>
      <Button kind="solid" size="sm" type="submit">
        <Trans>Insert these words</Trans>
      </Button>
    </form>
  )
}

interface ValueFieldProps {
  variable: PhraseVariable
  value: string
  onValue: (value: string) => void
  isWrong: boolean
}

function ValueField({ variable, value, onValue, isWrong }: ValueFieldProps) {
  const { t } = useLingui()
  const { name, kind, choices } = variable
  const label = variable.label || name.slice(0, 1).toLocaleUpperCase() + name.slice(1)
  const error = isWrong ? (kind === 'number' ? t`Write a number.` : t`This is missing.`) : undefined
  if (kind === 'choice') {
    return (
      <SelectField
        {...{ label, value, onValue, error }}
        options={choices.map((choice) => ({ value: choice, label: choice }))}
      />
    )
  }
  return (
    <TextField
      {...{ label, value, onValue, error }}
      type={kind === 'date' ? 'date' : 'text'}
      {...(kind === 'number' ? { inputMode: 'decimal' as const } : {})}
      autoComplete="off"
    />
  )
}
