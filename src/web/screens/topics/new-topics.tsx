import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { QueryView, Skeleton, useFormat } from '#web/ui/index.ts'
import { CannotTell } from './cannot-tell.tsx'
import { useTopics } from './queries.ts'

const MOST = 5

/** The first new topics in a few lines, for another screen to show (`parts.ts`). */
export default function NewTopics({ queryId = '' }: { queryId?: string }) {
  const f = useFormat()
  const topics = useTopics(queryId, '7')
  return (
    <QueryView query={topics} skeleton={<Skeleton rows={3} height={32} />}>
      {(view) => {
        if (view.state !== 'told') return <CannotTell view={view} of="mentions" />
        if (view.topics.length === 0)
          return (
            <p className="text-ink-2">
              <Trans>Nothing is above its usual level beyond chance.</Trans>
            </p>
          )
        return (
          <>
            <ul className="border-t border-ink">
              {view.topics.slice(0, MOST).map(({ words, posts, usual }) => (
                <li key={words.join(' ')} className="flex gap-3 border-b border-rule py-1.5">
                  <span className="min-w-0 flex-1 truncate font-medium">{words.join(' · ')}</span>
                  <span className="shrink-0 text-ink-2">
                    <Trans>
                      {f.number(posts)} posts, usually {f.number(Math.round(usual * 10) / 10)}
                    </Trans>
                  </span>
                </li>
              ))}
            </ul>
            <Link
              to="/topics"
              search={queryId ? { query: queryId } : {}}
              className="mt-2 inline-block min-h-6 text-accent underline"
            >
              <Trans>All topics</Trans>
            </Link>
          </>
        )
      }}
    </QueryView>
  )
}
