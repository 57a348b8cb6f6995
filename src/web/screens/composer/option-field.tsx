import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, X } from 'lucide-react'
import type { ConnectorView } from '#domain/channels/api.ts'
import { useText } from '#web/shell/index.ts'
import {
  Button,
  IconButton,
  SelectField,
  Switch,
  TextField,
  TextInput,
  useFormat,
} from '#web/ui/index.ts'

type Option = ConnectorView['options'][number]

interface OptionFieldProps {
  option: Option
  value: unknown
  /** undefined: as the network does by itself. */
  onValue: (value: unknown) => void
  error: string | undefined
  disabled: boolean
}

/** One extra of a network, by its declared kind. */
export function OptionField(props: OptionFieldProps) {
  const { option, value, onValue, error, disabled } = props
  const say = useText()
  const label = say(option.label)
  const orDefault = (next: unknown) => onValue(next === option.default ? undefined : next)
  switch (option.kind) {
    case 'switch':
      return (
        <Switch
          label={label}
          checked={Boolean(value ?? option.default)}
          onChecked={orDefault}
          hint={error && <span className="text-bad">{error}</span>}
          disabled={disabled}
        />
      )
    case 'choice':
      return (
        <SelectField
          {...{ label, error, disabled }}
          value={String(value ?? option.default ?? '')}
          onValue={orDefault}
          options={(option.choices ?? []).map((choice) => ({
            value: choice.value,
            label: say(choice.label),
          }))}
        />
      )
    case 'minutes':
      return <Minutes {...props} label={label} />
    case 'list':
      return <List {...props} label={label} />
    default:
      return (
        <TextField
          {...{ label, error, disabled }}
          value={String(value ?? '')}
          onValue={(text) => onValue(text === '' ? undefined : text)}
        />
      )
  }
}

const DURATIONS = [5, 30, 60, 360, 720, 1440, 4320, 10_080]

function Minutes({
  option,
  value,
  onValue,
  error,
  disabled,
  label,
}: OptionFieldProps & { label: string }) {
  const f = useFormat()
  const current = Number(value ?? option.default ?? 1440)
  const offered = [...new Set([...DURATIONS, current])].toSorted((a, b) => a - b)
  return (
    <SelectField
      {...{ label, error, disabled }}
      value={String(current)}
      onValue={(minutes) =>
        onValue(Number(minutes) === option.default ? undefined : Number(minutes))
      }
      options={offered.map((minutes) => ({
        value: String(minutes),
        label: f.duration(minutes * 60),
      }))}
    />
  )
}

function List({ value, onValue, error, disabled, label }: OptionFieldProps & { label: string }) {
  const { t } = useLingui()
  const items = Array.isArray(value) ? value.map(String) : []
  const put = (next: string[]) => onValue(next.length === 0 ? undefined : next)
  return (
    <fieldset className="md:col-span-2">
      <legend className="mb-1 font-medium">{label}</legend>
      <ol className="space-y-1.5">
        {items.map((item, index) => (
          <li key={index} className="flex items-center gap-1.5">
            <TextInput
              aria-label={`${label} ${index + 1}`}
              value={item}
              disabled={disabled}
              onChange={(event) => put(items.with(index, event.target.value))}
            />
            <IconButton
              label={t`Take off`}
              icon={X}
              disabled={disabled}
              onClick={() => put(items.filter((_, other) => other !== index))}
            />
          </li>
        ))}
      </ol>
      {!disabled && (
        <Button
          kind="quiet"
          size="sm"
          icon={Plus}
          className="mt-1 -ml-2"
          onClick={() => put(items.length === 0 ? ['', ''] : [...items, ''])}
        >
          {items.length === 0 ? <Trans>Add choices</Trans> : <Trans>One more</Trans>}
        </Button>
      )}
      {error && <p className="mt-1 text-xs font-medium text-bad">{error}</p>}
    </fieldset>
  )
}
