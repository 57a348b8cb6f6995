import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ExperimentSummary } from '#domain/experiments/api.ts'
import { useFormat } from '#web/ui/index.ts'
import { useWords } from './words.ts'

/** A comparison in the list: what it is called, and what can be said of it now. */
export function ExperimentRow({ experiment }: { experiment: ExperimentSummary }) {
  const words = useWords()
  const { id, name, sentence, figure, posts } = experiment
  return (
    <li className="grid gap-x-8 gap-y-1 border-b border-rule py-4 md:grid-cols-[minmax(0,1fr)_220px]">
      <div className="min-w-0">
        <Link
          to="/experiments/$experimentId"
          params={{ experimentId: id }}
          className="inline-flex min-h-6 items-center text-lg font-medium hover:underline"
        >
          {name}
        </Link>
        <p className="title-serif mt-1 max-w-prose text-lg text-ink-2">{sentence}</p>
      </div>
      <div className="text-sm text-ink-2 md:text-right">
        <p>
          <State experiment={experiment} />
        </p>
        <p className="text-ink-3">{words.figure[figure]}</p>
        <p className="text-ink-3">
          <Trans>
            A: {posts.a} · B: {posts.b} posts
          </Trans>
        </p>
      </div>
    </li>
  )
}

export function State({
  experiment: { state, startedAt, concludedAt },
}: {
  experiment: Pick<ExperimentSummary, 'state' | 'startedAt' | 'concludedAt'>
}) {
  const f = useFormat()
  const started = f.date(startedAt)
  const concluded = f.date(concludedAt ?? startedAt)
  return state === 'running' ? (
    <Trans>Running since {started}</Trans>
  ) : (
    <Trans>Concluded on {concluded}</Trans>
  )
}
