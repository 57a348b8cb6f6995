import { useLingui } from '@lingui/react/macro'
import { Segmented, TextInput } from '#web/ui/index.ts'
import { isDay } from './days.ts'
import { LENGTHS } from './period-of.ts'
import type { usePeriod } from './use-period.ts'

/** How long a period is that ends today, or which days it has. */
export function PeriodChoice({ period }: { period: ReturnType<typeof usePeriod> }) {
  const { t } = useLingui()
  const { chosen, asked, choose, change } = period
  return (
    <>
      <Segmented
        label={t`Period`}
        options={[
          ...LENGTHS.map((value) => ({ value, label: t`${value} days` })),
          { value: 'other' as const, label: t`Other days…` },
        ]}
        value={chosen}
        onValue={choose}
      />
      {chosen === 'other' && (
        <>
          <Day label={t`First day`} day={asked.from} onDay={(day) => change({ from: day })} />
          <Day label={t`Last day`} day={asked.to} onDay={(day) => change({ to: day })} />
        </>
      )}
    </>
  )
}

interface DayProps {
  label: string
  day: string
  onDay: (day: string) => void
}

/** A field that is being written, or emptied, changes nothing yet. */
function Day({ label, day, onDay }: DayProps) {
  return (
    <TextInput
      type="date"
      aria-label={label}
      title={label}
      className="w-36!"
      defaultValue={day}
      onChange={({ target: { value } }) => isDay(value) && onDay(value)}
    />
  )
}
