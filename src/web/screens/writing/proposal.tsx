import { Trans } from '@lingui/react/macro'
import { type ReactNode, useMemo } from 'react'
import { type Stretch, wordDiff } from '../composer/word-diff.ts'

/** What was proposed, as a difference: what it adds in the new text, what it leaves out of the old one. */
export function Proposal({ before, after, host }: { before: string; after: string; host: string }) {
  const { added, removed } = useMemo(() => wordDiff(after, before), [after, before])
  return (
    <>
      <p className="text-xs text-ink-3">
        <Trans>Suggested by {host}. Nothing changes until you accept it.</Trans>
      </p>
      <p className="mt-1.5 font-serif text-lg leading-normal whitespace-pre-wrap [overflow-wrap:anywhere]">
        {marked(after, added, (words, key) => (
          <ins key={key} className="bg-accent-soft decoration-accent">
            {words}
          </ins>
        ))}
      </p>
      <p className="mt-1.5 text-ink-3 whitespace-pre-wrap [overflow-wrap:anywhere]">
        {marked(before, removed, (words, key) => (
          <del key={key} className="decoration-bad">
            {words}
          </del>
        ))}
      </p>
    </>
  )
}

function marked(
  text: string,
  stretches: readonly Stretch[],
  mark: (words: string, key: number) => ReactNode,
): ReactNode[] {
  const pieces: ReactNode[] = []
  let at = 0
  for (const { start, end } of stretches) {
    pieces.push(text.slice(at, start), mark(text.slice(start, end), start))
    at = end
  }
  return [...pieces, text.slice(at)]
}
