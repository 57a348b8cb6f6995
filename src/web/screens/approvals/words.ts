import { useLingui } from '@lingui/react/macro'
import type { ApprovalView, WaitingView } from '#domain/publishing/approvals/api.ts'
import { useFormat } from '#web/ui/index.ts'

type Step = Pick<ApprovalView['steps'][number], 'deciders' | 'quorum'>

/** Whom a step waits for: "Sofia or Camille", "2 of: …", "everybody: …". */
export function useWhom(): (step: Step) => string {
  const { t } = useLingui()
  const f = useFormat()
  return ({ deciders, quorum }) => {
    const names = deciders.map(({ name }) => name)
    if (names.length === 0) return t`nobody who works here now`
    if (names.length === 1) return names[0] ?? ''
    if (quorum === 'all') return f.list(names)
    const either = new Intl.ListFormat(f.locale, { type: 'disjunction' }).format(names)
    return quorum === 1 ? either : t`${f.number(quorum)} of ${f.list(names)}`
  }
}

/** When it leaves, as its author meant it. */
export function useHour(): (
  post: Pick<WaitingView, 'wallTime' | 'timeZone'> & { asap: boolean },
) => string {
  const { t } = useLingui()
  const f = useFormat()
  return ({ wallTime, timeZone, asap }) => {
    if (asap) return t`Goes out as soon as it is approved`
    if (!wallTime) return t`No date yet`
    const day = `${f.weekday(wallTime.slice(0, 10))} ${f.day(wallTime.slice(0, 10))}`
    const note = timeZone && timeZone !== f.zone ? ` (${timeZone})` : ''
    return `${day}, ${wallTime.slice(11)}${note}`
  }
}
