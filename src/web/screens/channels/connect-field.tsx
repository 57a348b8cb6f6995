import type { ConnectorView } from '#domain/channels/api.ts'
import { useText } from '#web/shell/text.ts'
import { inputFor } from './manifest-fields.tsx'
import { SelectField, TextAreaField, TextField, type useForm } from '#web/ui/index.ts'

type Field = ConnectorView['connect']['fields'][number]
type Say = ReturnType<typeof useText>

interface ConnectFieldProps {
  field: Field
  form: Pick<ReturnType<typeof useForm<Record<string, string>>>, 'values' | 'set' | 'field'>
}

/** One field of the form that a manifest asks for, by its kind. */
export function ConnectField({ field, form }: ConnectFieldProps) {
  const say = useText()
  const { name, kind, choices = [], placeholder } = field
  const frame = {
    label: say(field.label),
    hint: field.hint && say(field.hint),
    optional: !field.required,
  }
  if (kind === 'choice')
    return (
      <SelectField
        {...form.field(name)}
        {...frame}
        options={choices.map(({ value, label }) => ({ value, label: say(label) }))}
        onValue={(value) => choose(field, form, value, say)}
      />
    )
  if (kind === 'lines')
    return (
      <TextAreaField {...form.field(name)} {...frame} autosize rows={4} placeholder={placeholder} />
    )
  return (
    <TextField {...form.field(name)} {...inputFor(field)} {...frame} placeholder={placeholder} />
  )
}

/** What a choice proposes for other fields takes the place of what the one before it proposed, and of nothing else. */
function choose(
  { name, choices = [] }: Field,
  { values, set }: ConnectFieldProps['form'],
  value: string,
  say: Say,
): void {
  const proposalsOf = (chosen: string) => choices.find((one) => one.value === chosen)?.fills ?? {}
  const former = proposalsOf(values[name] ?? '')
  for (const [other, proposed] of Object.entries(proposalsOf(value))) {
    const written = values[other] ?? ''
    const was = former[other]
    if (written === '' || (was && written === say(was))) set(other, say(proposed))
  }
  set(name, value)
}

/** What a field holds at first: the first choice, and what that proposes. */
export function proposedFor(name: string, fields: readonly Field[], say: Say): string {
  const own = fields.find((field) => field.name === name)
  if (own?.kind === 'choice') return own.choices?.[0]?.value ?? ''
  const proposed = fields.flatMap(({ choices }) => choices?.[0]?.fills[name] ?? [])[0]
  return proposed ? say(proposed) : ''
}
