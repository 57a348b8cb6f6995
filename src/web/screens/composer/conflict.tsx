import { Trans } from '@lingui/react/macro'
import { Fragment } from 'react'
import { ApiProblem } from '#web/api/index.ts'
import { Button } from '#web/ui/index.ts'
import { wordDiff } from './word-diff.ts'

interface ConflictProps {
  mine: string
  theirs: string
  problem: unknown
  choose: (whose: 'mine' | 'theirs') => void
}

/** Somebody else wrote meanwhile: both texts, and a choice. Nothing is written over by itself. */
export function Conflict({ mine, theirs, problem, choose }: ConflictProps) {
  const who =
    problem instanceof ApiProblem && problem.code === 'post.changed_meanwhile' ? problem.detail : ''
  const { added } = wordDiff(theirs, mine)
  return (
    <section role="alert" className="mb-4 border-l-2 border-wait bg-wait-soft px-4 py-3 text-sm">
      <p className="font-semibold">
        <Trans>Somebody else changed this post while you were writing.</Trans>
      </p>
      {who && <p className="text-ink-2">{who.split('. ')[0]}.</p>}
      <blockquote className="my-2 line-clamp-5 border-l border-rule-strong pl-3 font-serif text-lg whitespace-pre-wrap">
        <Underlined text={theirs} stretches={added} />
      </blockquote>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => choose('theirs')}>
          <Trans>Use this text</Trans>
        </Button>
        <Button size="sm" onClick={() => choose('mine')}>
          <Trans>Keep mine instead</Trans>
        </Button>
      </div>
    </section>
  )
}

function Underlined({
  text,
  stretches,
}: {
  text: string
  stretches: { start: number; end: number }[]
}) {
  if (text.trim() === '') return <Trans>(empty)</Trans>
  return (
    <>
      {stretches.map(({ start, end }, index) => (
        <Fragment key={start}>
          {text.slice(stretches[index - 1]?.end ?? 0, start)}
          <span className="shadow-[inset_0_-2px_var(--wait)]">{text.slice(start, end)}</span>
        </Fragment>
      ))}
      {text.slice(stretches.at(-1)?.end ?? 0)}
    </>
  )
}
