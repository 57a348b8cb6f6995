import { Trans, useLingui } from '@lingui/react/macro'
import { ExternalLink } from 'lucide-react'
import { useState } from 'react'
import type { TaskView } from '#domain/publishing/tasks/api.ts'
import { Button, DateTime, Mark, NetworkStamp } from '#web/ui/index.ts'
import { EnterFigures } from './enter-figures.tsx'
import { useSay } from './queries.ts'

const FIRST = 10

/** What was said of the last ones: taken back here when it was a mistake, and counted. */
export function Settled({ tasks }: { tasks: readonly TaskView[] }) {
  const [all, showAll] = useState(false)
  const shown = all ? tasks : tasks.slice(0, FIRST)
  const more = tasks.length - FIRST
  return (
    <section className="mt-8">
      <h2 className="title-serif mb-2 text-xl">
        <Trans>Done or dropped in the last 30 days</Trans>
      </h2>
      <ul className="divide-y divide-rule border-y border-rule">
        {shown.map((task) => (
          <SettledTask key={task.id} task={task} />
        ))}
      </ul>
      {!all && more > 0 && (
        <Button kind="quiet" className="mt-2" onClick={() => showAll(true)}>
          <Trans>Show the {more} others</Trans>
        </Button>
      )}
    </section>
  )
}

function SettledTask({ task }: { task: TaskView }) {
  const { t } = useLingui()
  const [isCounting, count] = useState(false)
  const { mutate, isPending } = useSay(task.id)
  const { account, state, text, url, photo, reason, settledAt, settledBy, counts } = task
  const isDone = state === 'done'
  return (
    <li className="py-3">
      <div className="flex items-start gap-3">
        <Mark status={isDone ? 'published' : 'cancelled'} className="mt-1.5" />
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-center gap-x-2">
            <NetworkStamp stamp={account.stamp} name={account.network} />
            <span className="font-medium">{account.name}</span>
            <span className="text-sm text-ink-2">
              {isDone ? (
                <Trans context="of a task">
                  Done by {settledBy}, <DateTime at={settledAt ?? ''} />
                </Trans>
              ) : (
                <Trans context="of a task">
                  Not done, says {settledBy}, <DateTime at={settledAt ?? ''} />
                </Trans>
              )}
            </span>
          </p>
          <p className="line-clamp-2 text-ink-2">{text}</p>
          {reason && (
            <p className="mt-1 border-l-2 border-rule-strong pl-2 [overflow-wrap:anywhere]">
              {reason}
            </p>
          )}
          <div className="mt-2 flex flex-wrap items-center gap-1.5">
            {url && (
              <a
                href={url}
                target="_blank"
                rel="noreferrer"
                className="mr-2 inline-flex min-h-6 items-center gap-1 text-sm underline underline-offset-2"
              >
                <Trans>See it</Trans>
                <ExternalLink size={14} strokeWidth={1.5} aria-hidden />
              </a>
            )}
            {isDone && counts.length > 0 && (
              <Button size="sm" aria-expanded={isCounting} onClick={() => count(!isCounting)}>
                <Trans>Figures</Trans>
              </Button>
            )}
            <Button
              size="sm"
              kind="quiet"
              busy={isPending}
              onClick={() => mutate({ what: 'undo', body: {} })}
            >
              {isDone ? <Trans>It was not done: undo</Trans> : <Trans>Still to do: undo</Trans>}
            </Button>
          </div>
          {isCounting && <EnterFigures deliveryId={task.id} />}
        </div>
        {photo && (
          <a href={photo.url} target="_blank" rel="noreferrer">
            <img
              src={photo.thumbnailUrl}
              alt={t`Photo that it was done`}
              className="size-14 rounded-md bg-sunken object-cover"
            />
          </a>
        )}
      </div>
    </li>
  )
}
