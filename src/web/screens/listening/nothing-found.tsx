import { Trans } from '@lingui/react/macro'
import { useMay } from '#web/api/index.ts'
import { useUrlState } from '#web/shell/url-state.ts'
import { Button, LinkButton } from '#web/ui/index.ts'
import { useSources } from './queries.ts'

interface NothingFoundProps {
  state: string
  filtered: boolean
}

/** Why the list is empty, and the one thing to do about it. */
export function NothingFound({ state, filtered }: NothingFoundProps) {
  const sources = useSources()
  const [, add] = useUrlState('add', '')
  const may = useMay('listening:write')
  if (sources.data?.length === 0) {
    return (
      <Words
        action={
          may && (
            <Button kind="solid" onClick={() => add('yes')}>
              <Trans>Add a source</Trans>
            </Button>
          )
        }
      >
        <Trans>
          The queries have nowhere to look yet. Add a feed, or a network where you have an account.
        </Trans>
      </Words>
    )
  }
  if (filtered) {
    return (
      <Words
        action={
          <LinkButton to="/listening" search={{}}>
            <Trans>Remove all filters</Trans>
          </LinkButton>
        }
      >
        <Trans>No mention answers these filters.</Trans>
      </Words>
    )
  }
  if (state === 'dismissed') {
    return (
      <Words>
        <Trans>Nothing dismissed. What you dismiss stays here and can be restored.</Trans>
      </Words>
    )
  }
  if (state === 'unseen') {
    return (
      <Words>
        <Trans>You’re all caught up.</Trans>
      </Words>
    )
  }
  if (state === 'seen') {
    return (
      <Words>
        <Trans>Nothing seen yet. What you open or mark as seen stays here.</Trans>
      </Words>
    )
  }
  return (
    <Words>
      <Trans>
        Nothing found yet. A new query searches what the sources still hold, often a few days, then
        everything they publish from now on. Only what a query finds is kept.
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
