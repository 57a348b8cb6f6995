import { Plural } from '@lingui/react/macro'
import type { ListSummary } from '#domain/subscribers/api.ts'

/** How many people want letters, and how many no longer do or cannot be reached. */
export function ListCounts({ list: { subscribed, left, suspended } }: { list: ListSummary }) {
  return (
    <p className="text-sm text-ink-2">
      <Plural value={subscribed} one="# person" other="# people" />
      {left > 0 && (
        <>
          {' · '}
          <Plural value={left} one="# has unsubscribed" other="# have unsubscribed" />
        </>
      )}
      {suspended > 0 && (
        <>
          {' · '}
          <Plural value={suspended} one="# out of reach" other="# out of reach" />
        </>
      )}
    </p>
  )
}
