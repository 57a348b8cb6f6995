import { useLingui } from '@lingui/react/macro'
import { useFormat } from '#web/ui/index.ts'
import { dayNamed, everyOf } from './repeat.ts'

/** A rule as one says it: "every Tuesday", "every 1st Friday of the month". */
export function useRepeatWords(): (rule: string) => string {
  const { t } = useLingui()
  const f = useFormat()
  return (rule) => {
    const said = everyOf(rule)
    if (!said) return t`by a rule of its own`
    const { every, code = 'MO', nth = 1 } = said
    const day = f.longWeekday(dayNamed(code))
    switch (every) {
      case 'day':
        return t`every day`
      case 'week':
        return t`every ${day}`
      case 'two-weeks':
        return t`every other ${day}`
      case 'month':
        return t`on the ${nth} of each month`
      default:
        if (nth === -1) return t`on the last ${day} of each month`
        if (nth === 1) return t`on the first ${day} of each month`
        if (nth === 2) return t`on the second ${day} of each month`
        if (nth === 3) return t`on the third ${day} of each month`
        return t`on the fourth ${day} of each month`
    }
  }
}
