import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { SelectField } from './fields.tsx'
import { useNow } from './use-now.ts'

interface TimeZoneFieldProps {
  value: string
  onValue: (value: string) => void
  error?: string | undefined
  name?: string
}

/** Every zone this browser knows, with what its clock says now: the surest way to recognise one's own. */
export function TimeZoneField({ value, onValue, error, name }: TimeZoneFieldProps) {
  const { t, i18n } = useLingui()
  const options = useMemo(() => zonesWith(value), [value])
  const hour = new Intl.DateTimeFormat(i18n.locale === 'en' ? 'en-GB' : i18n.locale, {
    timeZone: value,
    hour: '2-digit',
    minute: '2-digit',
  }).format(useNow())
  return (
    <SelectField
      {...{ value, onValue, error, options }}
      {...(name ? { name } : {})}
      label={t`Time zone`}
      hint={t`It is ${hour} there now. Posts are scheduled in this time zone, summer and winter.`}
    />
  )
}

/** 'America/Argentina/Buenos_Aires' is read as "Buenos Aires (America, Argentina)". */
function zonesWith(chosen: string): { value: string; label: string }[] {
  const zones = new Set([chosen, ...Intl.supportedValuesOf('timeZone')])
  return [...zones]
    .map((zone) => {
      const parts = zone.replaceAll('_', ' ').split('/')
      const city = parts.pop() ?? zone
      return { value: zone, label: parts.length > 0 ? `${city} (${parts.join(', ')})` : city }
    })
    .toSorted((a, b) => a.label.localeCompare(b.label))
}
