import type { Connector } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import { kindOf, type Source, type SourceKind } from '../model.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** How often a source that is well is read, in milliseconds: feeds change slowly and belong to others. A stream is asked while it cannot be heard. */
const rhythm: Record<SourceKind, number> = {
  feed: 10 * MINUTE,
  search: 2 * MINUTE,
  stream: 2 * MINUTE,
}

/** As its kind is read, or as seldom as its network asks. */
export function rhythmOf(source: Source, connector: Connector): number {
  return Math.max(rhythm[kindOf(source, connector)], connector.listen?.everyMs ?? 0)
}

/**
 * When to read again after a failure. A silence doubles the wait from one minute to six hours; a refusal, from one hour
 * to a day, for only a change at the source will mend it; a request to wait is honoured.
 * @param failures how many in a row, this one included
 */
export function afterFailure(failure: Failure, failures: number, now: Date): Date {
  if (failure.kind === 'rate') return later(failure.until, now)
  const lasting = failure.kind === 'rejected' || failure.kind === 'auth'
  const [first, most] = lasting ? [HOUR, 24 * HOUR] : [MINUTE, 6 * HOUR]
  return new Date(now.getTime() + Math.min(first * 2 ** Math.min(failures - 1, 20), most))
}

/** At least a minute away: an instant of the past would have us ask without end. */
function later(until: Date, now: Date): Date {
  const soonest = now.getTime() + MINUTE
  const wanted = until.getTime()
  return new Date(Number.isFinite(wanted) ? Math.max(wanted, soonest) : soonest)
}
