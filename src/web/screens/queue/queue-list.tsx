import { Trans, useLingui } from '@lingui/react/macro'
import type { QueueEntry, QueueView } from '#domain/planning/slots/api.ts'
import { Button, EmptyState, QueryView, useFormat } from '#web/ui/index.ts'
import { useQueue } from './queries.ts'
import { QueueRow } from './queue-row.tsx'
import { useReorder } from './use-reorder.ts'

interface QueueListProps {
  channelId: string
  seeHours: () => void
}

/** The coming two weeks of an account: its slots, taken or free. */
export function QueueList({ channelId, seeHours }: QueueListProps) {
  const queue = useQueue(channelId)
  return (
    <QueryView query={queue}>
      {(view) =>
        view.entries.length === 0 ? (
          <NoHours seeHours={seeHours} />
        ) : (
          <Days view={view} channelId={channelId} />
        )
      }
    </QueryView>
  )
}

function Days({ view, channelId }: { view: QueueView; channelId: string }) {
  const f = useFormat()
  const { t } = useLingui()
  const reorder = useReorder(channelId, view)
  const days = new Map<string, QueueEntry[]>()
  for (const entry of view.entries) {
    const day = entry.wallTime.slice(0, 10)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return (
    <>
      <p className="mb-3 max-w-prose text-sm text-ink-2">
        <Trans>
          Reorder posts with the arrows or by dragging; the times stay. A slot is free again as soon
          as its post is moved or deleted.
        </Trans>
      </p>
      <div className="max-w-4xl border-t border-ink" role="group" aria-label={t`Queue`}>
        {[...days].map(([day, entries]) => (
          <section
            key={day}
            className="border-b border-rule py-2 md:grid md:grid-cols-[168px_minmax(0,1fr)] md:gap-4"
          >
            <h2 className="mb-1 text-sm text-ink-2 first-letter:uppercase md:pt-2.5">
              {f.longDay(day)}
            </h2>
            <ul>
              {entries.map((entry) => (
                <QueueRow key={entry.post?.id ?? entry.at} entry={entry} reorder={reorder} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}

function NoHours({ seeHours }: { seeHours: () => void }) {
  return (
    <EmptyState
      title={<Trans>This account has no times yet</Trans>}
      action={
        <Button kind="solid" onClick={seeHours}>
          <Trans>Choose its times</Trans>
        </Button>
      }
    >
      <Trans>
        Give it weekly times, say Tuesday 9:30 and Thursday 18:00. “Add to the queue” then puts a
        post in the next free one.
      </Trans>
    </EmptyState>
  )
}
