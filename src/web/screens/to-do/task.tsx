import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronDown, ExternalLink } from 'lucide-react'
import { useId, useState } from 'react'
import type { TaskView } from '#domain/publishing/tasks/api.ts'
import { cx, DateTime, Mark, NetworkStamp } from '#web/ui/index.ts'
import { Answer } from './answer.tsx'
import { CopyText } from './copy-text.tsx'
import { Pictures } from './pictures.tsx'
import { Steps } from './steps.tsx'

/** One post to put up: closed it says what and where, open it holds all that is needed. */
export function Task({ task, isFirst }: { task: TaskView; isFirst: boolean }) {
  const id = useId()
  const [isOpen, open] = useState(isFirst)
  return (
    <li className="border-b border-rule">
      <h2>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          className="flex w-full items-start gap-3 py-3 text-left hover:bg-sunken focus-visible:-outline-offset-2"
          onClick={() => open(!isOpen)}
        >
          <Head task={task} isOpen={isOpen} />
        </button>
      </h2>
      <div id={id} hidden={!isOpen}>
        {isOpen && <Work task={task} />}
      </div>
    </li>
  )
}

function Head({ task, isOpen }: { task: TaskView; isOpen: boolean }) {
  const { account, dueAt, isLate, text } = task
  return (
    <>
      <Mark status={isLate ? 'failed' : 'handed'} className="mt-1.5" />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2">
          <NetworkStamp stamp={account.stamp} name={account.network} />
          <span className="font-semibold">{account.name}</span>
          <span className={cx('text-sm', isLate ? 'font-medium text-bad' : 'text-ink-2')}>
            {isLate ? (
              <Trans>
                Late: due <DateTime at={dueAt} />
              </Trans>
            ) : (
              <DateTime at={dueAt} />
            )}
          </span>
        </span>
        {!isOpen && <span className="line-clamp-2 text-ink-2">{text}</span>}
      </span>
      <ChevronDown
        size={16}
        strokeWidth={1.5}
        aria-hidden
        className={cx('mt-1 shrink-0 text-ink-3 transition-transform', isOpen && 'rotate-180')}
      />
    </>
  )
}

function Work({ task }: { task: TaskView }) {
  const { t } = useLingui()
  const { account, writtenBy } = task
  const name = account.name
  return (
    <div className="space-y-5 pb-5">
      {account.address && (
        <a
          href={account.address}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-6 touch-row items-center gap-1.5 underline underline-offset-2"
        >
          {t`Open ${name}`}
          <ExternalLink size={14} strokeWidth={1.5} aria-hidden />
        </a>
      )}
      {task.text !== '' && <CopyText text={task.text} />}
      {task.media.length > 0 && <Pictures media={task.media} />}
      <Steps task={task} />
      <Answer task={task} />
      <p className="text-xs text-ink-3">
        <Trans>Written by {writtenBy}.</Trans>
      </p>
    </div>
  )
}
