import { visitsDouble } from '#connectors/_contract/suite/visits-double.ts'
import type { NetworkDouble } from '#connectors/_contract/suite/kit.ts'
import type { Clock } from '#platform/clock.ts'

/** There is no network beside the desk itself: only its book of visits, in memory. */
export function websiteDouble(clock: Clock): NetworkDouble {
  const { visits, published, speak } = visitsDouble(clock)
  return {
    fetch: (url) => Promise.reject(new Error(`nothing is to be asked of ${String(url)}`)),
    visits,
    published,
    speak,
  }
}
