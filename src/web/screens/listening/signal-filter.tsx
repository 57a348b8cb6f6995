import { useLingui } from '@lingui/react/macro'
import { Select } from '#web/ui/index.ts'
import { useSignalWords } from './signal-words.ts'

/** Which mentions to show by what the desk read in them: an opinion, a wish, a risk. */
export function SignalFilter({
  value,
  onValue,
}: {
  value: string
  onValue: (value: string) => void
}) {
  const { t } = useLingui()
  const words = useSignalWords()
  const options = [
    { value: '', label: t`Any signal` },
    ...optionsOf('sentiment', words.sentiments),
    ...optionsOf('intent', words.intents),
    ...optionsOf('risk', words.risks),
  ]
  const known = options.some((option) => option.value === value)
  return (
    <Select
      aria-label={t`Signal`}
      className="md:w-40"
      options={options}
      value={known ? value : ''}
      onValue={onValue}
    />
  )
}

function optionsOf(kind: string, words: Record<string, string>) {
  return Object.entries(words).map(([name, label]) => ({ value: `${kind}:${name}`, label }))
}
