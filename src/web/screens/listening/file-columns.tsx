import { Trans, useLingui } from '@lingui/react/macro'
import type { FilePreview } from '#domain/listening/mention-files/api.ts'
import { Choice, SelectField } from '#web/ui/index.ts'
import type { Choices, Column } from './use-mention-file.ts'

interface FileColumnsProps {
  preview: FilePreview
  decide: (changes: Choices) => void
}

/** Which column says what: found by its name, or said by hand. Open where something needed was not found. */
export function FileColumns({ preview, decide }: FileColumnsProps) {
  const { t } = useLingui()
  const { places, headings, first } = preview
  const names: [Column, string][] = [
    ['url', t`Address`],
    ['text', t`Text`],
    ['title', t`Title`],
    ['date', t`Date`],
    ['author', t`Author`],
    ['language', t`Language`],
    ['source', t`Site or network`],
  ]
  const isMissing = places.url < 0 || places.date < 0 || (places.text < 0 && places.title < 0)
  const options = [
    { value: '-1', label: t`No column` },
    ...headings.map((heading, i) => ({
      value: String(i),
      label: heading || t`Column ${i + 1}`,
    })),
  ]
  return (
    <details open={isMissing || first === null}>
      <summary className="min-h-6 leading-6 font-medium">
        <Trans>What each column holds</Trans>
      </summary>
      <div className="mt-2 grid gap-3 sm:grid-cols-2">
        {names.map(([name, label]) => (
          <SelectField
            key={name}
            label={label}
            value={String(places[name])}
            onValue={(place) => decide({ [name]: place })}
            options={options}
          />
        ))}
      </div>
      <Choice
        className="mt-3"
        legend={t`01/12 is`}
        options={[
          { value: 'day', label: t`1 December` },
          { value: 'month', label: t`12 January` },
        ]}
        value={first ?? ''}
        onValue={(chosen) => decide({ first: chosen })}
      />
    </details>
  )
}
