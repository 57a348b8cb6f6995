import { Trans } from '@lingui/react/macro'
import { useUrlState } from '#web/shell/url-state.ts'
import { Button } from '#web/ui/index.ts'
import { useSources } from './queries.ts'

interface NothingFoundProps {
  state: string
  filtered: boolean
}

/** Why the list is empty, and the one thing to do about it. */
export function NothingFound({ state, filtered }: NothingFoundProps) {
  const sources = useSources()
  const [, add] = useUrlState('add', '')
  if (sources.data?.length === 0) {
    return (
      <Words
        action={
          <Button kind="solid" onClick={() => add('yes')}>
            <Trans>Add a source</Trans>
          </Button>
        }
      >
        <Trans>
          The queries have nowhere to look yet. Add a feed, or a network where you have an account.
        </Trans>
      </Words>
    )
  }
  if (state === 'dismissed') {
    return (
      <Words>
        <Trans>Nothing was dismissed. What you dismiss waits here and can be put back.</Trans>
      </Words>
    )
  }
  if (state === 'unseen') {
    return (
      <Words>
        <Trans>You have seen everything.</Trans>
      </Words>
    )
  }
  if (filtered) {
    return (
      <Words>
        <Trans>Nothing was found here yet.</Trans>
      </Words>
    )
  }
  return (
    <Words>
      <Trans>
        Nothing was found yet. A new query looks through what the sources still hold, often a few
        days, then through everything they say from now on. Only what a query finds is kept.
      </Trans>
    </Words>
  )
}

function Words({ children, action }: { children: React.ReactNode; action?: React.ReactNode }) {
  return (
    <div className="border-t border-ink py-6">
      <p className="max-w-prose text-ink-2">{children}</p>
      {action && <div className="mt-4">{action}</div>}
    </div>
  )
}
