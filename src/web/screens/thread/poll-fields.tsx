import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, X } from 'lucide-react'
import { Button, Checkbox, IconButton, SelectField, TextField } from '#web/ui/index.ts'
import type { Draft } from '../composer/draft.ts'

type Poll = NonNullable<Draft['poll']>

interface PollFieldsProps {
  poll: Poll
  write: (change: (draft: Draft) => Draft) => void
  disabled: boolean
}

const MOST_CHOICES = 10

/** The choices of a poll and how long it is open; networks without polls say so in the margin. */
export function PollFields({ poll, write, disabled }: PollFieldsProps) {
  const { t } = useLingui()
  const set = (changes: Partial<Poll>) =>
    write((was) => (was.poll ? { ...was, poll: { ...was.poll, ...changes } } : was))
  const { choices, minutes, multiple } = poll
  return (
    <fieldset className="space-y-2 border-l-2 border-rule pl-3" disabled={disabled}>
      <legend className="float-left font-medium">
        <Trans>Poll</Trans>
      </legend>
      <div className="clear-left space-y-2">
        {choices.map((choice, i) => {
          const place = i + 1
          return (
            <div key={i} className="flex items-end gap-2">
              <TextField
                className="min-w-0 flex-1"
                label={t`Choice ${place}`}
                value={choice}
                onValue={(text) =>
                  set({ choices: choices.map((one, at) => (at === i ? text : one)) })
                }
                maxLength={200}
                autoComplete="off"
              />
              {choices.length > 2 && (
                <IconButton
                  label={t`Remove choice ${place}`}
                  icon={X}
                  onClick={() => set({ choices: choices.filter((_, at) => at !== i) })}
                />
              )}
            </div>
          )
        })}
        <div className="flex flex-wrap items-end gap-3">
          <SelectField
            label={t`Open for`}
            className="w-36"
            value={String(minutes)}
            onValue={(value) => set({ minutes: Number(value) })}
            options={[
              { value: '60', label: t`1 hour` },
              { value: '1440', label: t`1 day` },
              { value: '4320', label: t`3 days` },
              { value: '10080', label: t`1 week` },
            ]}
          />
          <Checkbox
            label={t`Allow several answers`}
            checked={multiple}
            onChecked={(on) => set({ multiple: on })}
          />
        </div>
        <div className="-ml-2 flex flex-wrap gap-1">
          {choices.length < MOST_CHOICES && (
            <Button
              kind="quiet"
              size="sm"
              icon={Plus}
              onClick={() => set({ choices: [...choices, ''] })}
            >
              <Trans>Add a choice</Trans>
            </Button>
          )}
          <Button
            kind="quiet"
            size="sm"
            icon={X}
            onClick={() => write((was) => ({ ...was, poll: null }))}
          >
            <Trans>Remove the poll</Trans>
          </Button>
        </div>
      </div>
    </fieldset>
  )
}
