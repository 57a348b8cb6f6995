import { useLingui } from '@lingui/react/macro'
import type { AlertView } from '#domain/listening/alerts/api.ts'

/** Over how long an alert counted, in words; none for single posts. */
export function useOver(scale: AlertView['scale']): string {
  const { t } = useLingui()
  const words = {
    minutes: t`in five minutes`,
    hour: t`in an hour`,
    hours: t`in two hours`,
    day: t`in a day`,
  }
  return scale === null ? '' : words[scale]
}
