import { useLingui } from '@lingui/react/macro'
import { Select, TextInput } from '#web/ui/index.ts'
import type { MentionFilters, useMentionFilters } from './mention-filters.ts'

interface PeriodFilterProps {
  filters: MentionFilters
  change: ReturnType<typeof useMentionFilters>['change']
}

/** When it was written: since some time, or between two days of the company's calendar. */
export function PeriodFilter({ filters: { period, from, to }, change }: PeriodFilterProps) {
  const { t } = useLingui()
  return (
    <>
      <Select
        aria-label={t`Written since`}
        className="md:w-40"
        value={period}
        onValue={change.period}
        options={[
          { value: '', label: t`Any time` },
          { value: '24', label: t`Last 24 hours` },
          { value: '72', label: t`Last 3 days` },
          { value: '168', label: t`Last 7 days` },
          { value: '720', label: t`Last 30 days` },
          { value: '2160', label: t`Last 90 days` },
          { value: 'days', label: t`Between two days…` },
        ]}
      />
      {period === 'days' && (
        <>
          <Day label={t`First day`} value={from} onValue={change.from} />
          <Day label={t`Last day`} value={to} onValue={change.to} />
        </>
      )}
    </>
  )
}

interface DayProps {
  label: string
  value: string
  onValue: (day: string) => void
}

function Day({ label, value, onValue }: DayProps) {
  return (
    <TextInput
      type="date"
      aria-label={label}
      title={label}
      className="md:w-36"
      value={value}
      onChange={(event) => onValue(event.target.value)}
    />
  )
}
