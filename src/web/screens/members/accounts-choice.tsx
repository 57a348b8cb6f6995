import { Trans, useLingui } from '@lingui/react/macro'
import { Checkbox, Choice } from '#web/ui/index.ts'
import { useAccounts } from './queries.ts'

interface AccountsChoiceProps {
  /** Null: all. */
  value: readonly string[] | null
  onValue: (value: string[] | null) => void
  legend?: string
  /** Whoever chooses may write for these only; null: for all. */
  among?: readonly string[] | null
}

/** All accounts, or those ticked. What one may read is not limited. */
export function AccountsChoice({ value, onValue, legend, among = null }: AccountsChoiceProps) {
  const { t } = useLingui()
  const accounts = useAccounts().filter(({ id }) => among?.includes(id) ?? true)
  const toggle = (id: string, on: boolean) =>
    onValue(on ? [...(value ?? []), id] : (value ?? []).filter((one) => one !== id))
  return (
    <div>
      <Choice
        legend={legend ?? t`Writes and answers for`}
        value={value === null ? 'all' : 'some'}
        onValue={(kind) => onValue(kind === 'all' ? null : [])}
        options={[
          { value: 'all', label: t`All accounts`, disabled: among !== null },
          { value: 'some', label: t`Some accounts`, hint: t`Everything else can still be read.` },
        ]}
      />
      {value !== null && (
        <fieldset className="border-b border-rule py-2 pl-6">
          <legend className="sr-only">
            <Trans>Accounts</Trans>
          </legend>
          {accounts.map(({ id, name }) => (
            <Checkbox
              key={id}
              className="py-1"
              label={name}
              checked={value.includes(id)}
              onChecked={(on) => toggle(id, on)}
            />
          ))}
        </fieldset>
      )}
    </div>
  )
}
