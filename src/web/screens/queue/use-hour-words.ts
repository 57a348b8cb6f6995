import { useLingui } from '@lingui/react/macro'
import type { HoursView } from '#domain/planning/hours/api.ts'
import { useFormat } from '#web/ui/index.ts'

type Hour = HoursView['hours'][number]

/** An hour of the past as one says it: "on Tuesday at 9", "at 9", "on Tuesday". */
export function useHourWords(): (hour: Hour) => string {
  const { t } = useLingui()
  const f = useFormat()
  return ({ weekday, hour }) => {
    const day = weekday === null ? '' : f.longWeekday(`2024-01-0${weekday}`)
    const at = hour === null ? '' : String(hour)
    if (weekday === null) return t`at ${at} o’clock`
    return hour === null ? t`on ${day}` : t`on ${day} at ${at} o’clock`
  }
}
