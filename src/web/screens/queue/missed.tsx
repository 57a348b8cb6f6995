import { Plural } from '@lingui/react/macro'

/** Said of what was never sent, because its hour passed. */
export function Missed({ count }: { count: number }) {
  return (
    <Plural value={count} one="# missed while Vigie was off" other="# missed while Vigie was off" />
  )
}
