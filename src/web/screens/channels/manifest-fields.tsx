import type { ConnectorView } from '#domain/channels/api.ts'
import { type Text, useText } from '#web/shell/text.ts'
import { SelectField, TextField } from '#web/ui/index.ts'

export type ManifestFieldView = ConnectorView['connect']['fields'][number]

interface ManifestFieldProps {
  field: ManifestFieldView
  value: string
  onValue: (value: string) => void
  error: string | undefined
  name: string
}

/** One field that a network's manifest asks for. */
export function ManifestField({ field, ...control }: ManifestFieldProps) {
  const say = useText()
  const frame = {
    label: say(field.label),
    hint: field.hint && say(field.hint),
    optional: !field.required,
  }
  if (field.kind === 'choice') {
    const choices = field.choices ?? []
    const options = choices.map(({ value, label }) => ({ value, label: say(label) }))
    return <SelectField {...control} {...frame} options={options} />
  }
  return <TextField {...control} {...inputFor(field)} {...frame} placeholder={field.placeholder} />
}

/** Nothing is filled in yet; of a choice, the first. */
export const initial = (fields: readonly ManifestFieldView[]): Record<string, string> =>
  Object.fromEntries(fields.map(({ name, choices }) => [name, choices?.[0]?.value ?? '']))

/** @param missing the sentence for a field that must be filled in, by its label */
export function useChecked(
  fields: readonly ManifestFieldView[],
  missing: (label: string) => string,
) {
  const say: (text: Text) => string = useText()
  return (values: Record<string, string>) =>
    Object.fromEntries(
      fields
        .filter((field) => field.required && !values[field.name]?.trim())
        .map((field) => [field.name, missing(say(field.label))]),
    )
}

/** Pasted secrets often carry a space or a line end; empty fields are left out. */
export function trimmed(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, value.trim()])
      .filter(([, value]) => value !== ''),
  )
}

/** How a browser asks for such a field. */
export function inputFor({ kind }: ManifestFieldView) {
  const plain = { spellCheck: false, autoCapitalize: 'none', autoCorrect: 'off' } as const
  if (kind === 'password') return { ...plain, type: 'password', autoComplete: 'off' }
  if (kind === 'url') return { ...plain, type: 'url', inputMode: 'url' } as const
  if (kind === 'email') return { ...plain, type: 'email', inputMode: 'email' } as const
  return { ...plain, type: 'text' }
}
