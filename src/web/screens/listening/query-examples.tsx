import { Trans, useLingui } from '@lingui/react/macro'
import { CircleCheck, Plus, TriangleAlert, X } from 'lucide-react'
import { useId } from 'react'
import type { QueryExample } from '#domain/listening/api.ts'
import { Button, IconButton, Select, TextInput } from '#web/ui/index.ts'

interface QueryExamplesProps {
  examples: readonly QueryExample[]
  onExamples: (examples: QueryExample[]) => void
  /** For each example that is not empty, in order: does it do as it must? */
  outcomes: readonly boolean[]
}

/** Texts that the query must find, and texts that it must not: they are run at each edit. */
export function QueryExamples({ examples, onExamples, outcomes }: QueryExamplesProps) {
  const heading = useId()
  const change = (index: number, changes: Partial<QueryExample>) =>
    onExamples(examples.map((one, i) => (i === index ? { ...one, ...changes } : one)))
  const add = (wanted: boolean) => onExamples([...examples, { text: '', wanted }])
  return (
    <section aria-labelledby={heading} className="border-t border-rule pt-3">
      <h3 id={heading} className="font-medium">
        <Trans>Examples</Trans>
      </h3>
      <p className="text-sm text-ink-2">
        <Trans>Saved with the query and tested each time it changes.</Trans>
      </p>
      <ul className="my-2 space-y-2">
        {examples.map((example, index) => (
          <Example
            key={index}
            example={example}
            outcome={outcomes[examples.slice(0, index).filter(isWritten).length]}
            onChange={(changes) => change(index, changes)}
            onRemove={() => onExamples(examples.filter((_, i) => i !== index))}
          />
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" icon={Plus} onClick={() => add(true)}>
          <Trans>A text to find</Trans>
        </Button>
        <Button size="sm" icon={Plus} onClick={() => add(false)}>
          <Trans>A text to ignore</Trans>
        </Button>
      </div>
    </section>
  )
}

export function isWritten({ text }: QueryExample): boolean {
  return text.trim() !== ''
}

interface ExampleProps {
  example: QueryExample
  outcome: boolean | undefined
  onChange: (changes: Partial<QueryExample>) => void
  onRemove: () => void
}

function Example({ example, outcome, onChange, onRemove }: ExampleProps) {
  const { t } = useLingui()
  const tried = isWritten(example) && outcome !== undefined
  const Icon = outcome ? CircleCheck : TriangleAlert
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-2 gap-y-1 sm:grid-cols-[10.5rem_1fr_auto]">
      <Select
        aria-label={t`What the query must do`}
        value={example.wanted ? 'find' : 'pass'}
        onValue={(value) => onChange({ wanted: value === 'find' })}
        options={[
          { value: 'find', label: t`Must find` },
          { value: 'pass', label: t`Must ignore` },
        ]}
        className="max-sm:col-span-2"
      />
      <TextInput
        aria-label={t`Text of the example`}
        value={example.text}
        maxLength={2_000}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      <IconButton label={t`Remove the example`} icon={X} onClick={onRemove} />
      <p aria-live="polite" className="col-span-full text-xs">
        {tried && (
          <span
            className={outcome ? 'flex gap-1.5 text-ink-2' : 'flex gap-1.5 font-medium text-bad'}
          >
            <Icon size={14} strokeWidth={1.5} aria-hidden className="mt-0.5 shrink-0" />
            {outcome ? (
              <Trans>As expected.</Trans>
            ) : example.wanted ? (
              <Trans>The query does not find it.</Trans>
            ) : (
              <Trans>The query finds it.</Trans>
            )}
          </span>
        )}
      </p>
    </li>
  )
}
