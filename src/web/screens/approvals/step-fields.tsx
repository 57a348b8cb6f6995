import { Trans, useLingui } from '@lingui/react/macro'
import type { RulesView, RuleView } from '#domain/publishing/approvals/api.ts'
import { Button, Checkbox, SelectField, TextField } from '#web/ui/index.ts'

type Step = RuleView['steps'][number]

interface StepFieldsProps {
  number: number
  step: Step
  people: RulesView['people']
  error: string | undefined
  onStep: (step: Step) => void
  onRemove: (() => void) | undefined
}

/** One step: who may agree, how many of them must, and until when. */
export function StepFields({ number, step, people, error, onStep, onRemove }: StepFieldsProps) {
  const { t } = useLingui()
  const set = (changes: Partial<Step>) => onStep({ ...step, ...changes })
  const roles = [
    { value: 'owner', label: t`Owners` },
    { value: 'manager', label: t`Managers` },
    { value: 'editor', label: t`Editors` },
    { value: 'reviewer', label: t`Reviewers` },
  ] as const
  return (
    <fieldset className="border-t border-rule pt-4">
      <legend className="sr-only">
        <Trans>Step {number}</Trans>
      </legend>
      <div className="mb-2 flex items-baseline justify-between">
        <p className="font-semibold">
          <Trans>Step {number}: who can approve</Trans>
        </p>
        {onRemove && (
          <Button kind="quiet" size="sm" onClick={onRemove}>
            <Trans>Remove</Trans>
            <span className="sr-only">
              {' '}
              <Trans>Step {number}</Trans>
            </span>
          </Button>
        )}
      </div>
      <div className="grid gap-x-6 md:grid-cols-2">
        {roles.map(({ value, label }) => (
          <Checkbox
            key={value}
            label={label}
            checked={step.roles.includes(value)}
            onChecked={(on) =>
              set({
                roles: on ? [...step.roles, value] : step.roles.filter((one) => one !== value),
              })
            }
          />
        ))}
        {people.map(({ userId, name }) => (
          <Checkbox
            key={userId}
            label={name}
            checked={step.members.includes(userId)}
            onChecked={(on) =>
              set({
                members: on
                  ? [...step.members, userId]
                  : step.members.filter((one) => one !== userId),
              })
            }
          />
        ))}
      </div>
      <TextField
        className="mt-3"
        label={t`People outside, by e-mail`}
        hint={t`Each gets a link of their own, without an account. Separate addresses by commas.`}
        optional
        value={step.emails.join(', ')}
        onValue={(list) => set({ emails: list.split(/[,;\s]+/).filter(Boolean) })}
      />
      <div className="mt-3 grid gap-4 md:grid-cols-2">
        <SelectField
          label={t`How many must approve`}
          value={String(step.quorum)}
          onValue={(next) => set({ quorum: next === 'all' ? 'all' : Number(next) })}
          error={error}
          options={[
            { value: '1', label: t`Any one of them` },
            { value: '2', label: t`Two of them` },
            { value: '3', label: t`Three of them` },
            { value: 'all', label: t`All of them` },
          ]}
        />
        <SelectField
          label={t`Until when`}
          value={String(step.hoursBefore ?? '')}
          onValue={(next) => set({ hoursBefore: next ? Number(next) : null })}
          options={[
            { value: '', label: t`Until its scheduled time` },
            { value: '2', label: t`2 hours before` },
            { value: '24', label: t`A day before` },
            { value: '48', label: t`Two days before` },
          ]}
        />
      </div>
      <Checkbox
        className="mt-2"
        label={t`People can approve their own posts`}
        checked={step.ownPosts}
        onChecked={(ownPosts) => set({ ownPosts })}
      />
    </fieldset>
  )
}
