import { Trans } from '@lingui/react/macro'
import type { TaskView } from '#domain/publishing/tasks/api.ts'
import { useOpenComposer } from '#web/shell/open-composer.ts'
import { DateTime, NetworkStamp } from '#web/ui/index.ts'

/** What will be handed over within a week. */
export function Coming({ tasks }: { tasks: readonly TaskView[] }) {
  const openComposer = useOpenComposer()
  return (
    <section className="mt-8">
      <h2 className="title-serif mb-2 text-xl">
        <Trans>This week</Trans>
      </h2>
      <ul className="divide-y divide-rule border-y border-rule">
        {tasks.map(({ id, postId, account, dueAt, text }) => (
          <li key={id}>
            <button
              type="button"
              disabled={!postId}
              className="flex w-full items-start gap-3 py-2.5 text-left hover:bg-sunken focus-visible:-outline-offset-2"
              onClick={() => postId && openComposer({ postId })}
            >
              <NetworkStamp stamp={account.stamp} name={account.network} className="mt-0.5" />
              <span className="min-w-0 flex-1">
                <span className="flex flex-wrap items-baseline gap-x-2">
                  <span className="font-medium">{account.name}</span>
                  <span className="text-sm text-ink-2">
                    <DateTime at={dueAt} />
                  </span>
                </span>
                <span className="line-clamp-1 text-ink-2">{text}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
