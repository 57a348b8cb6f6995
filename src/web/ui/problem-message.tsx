import { Trans, useLingui } from '@lingui/react/macro'
import { TriangleAlert } from 'lucide-react'
import { useCallback } from 'react'
import { ApiProblem } from '../api/problem.ts'
import { Button } from './button.tsx'
import { cx } from './cx.ts'

interface ProblemMessageProps {
  problem: unknown
  retry?: (() => void) | undefined
  className?: string
}

/** What happened, to what, and what to do: in the page, where it happened. */
export function ProblemMessage({ problem, retry, className }: ProblemMessageProps) {
  const { title, detail, code } = useProblemWords()(problem)
  return (
    <div
      role="alert"
      className={cx('flex gap-3 border-l-2 border-bad bg-bad-soft px-4 py-3', className)}
    >
      <TriangleAlert size={16} strokeWidth={1.5} aria-hidden className="mt-0.5 shrink-0 text-bad" />
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        {detail && <p className="text-ink-2">{detail}</p>}
        {code && <p className="mt-1 text-xs text-ink-2">{code}</p>}
        {retry && (
          <Button size="sm" className="mt-2" onClick={retry}>
            <Trans>Try again</Trans>
          </Button>
        )}
      </div>
    </div>
  )
}

interface ProblemWords {
  title: string
  detail: string
  code?: string
}

/** The words for any failure; the desk's own sentences when it sent some. Stable within one language. */
export function useProblemWords(): (problem: unknown) => ProblemWords {
  const { t } = useLingui()
  return useCallback(
    (problem) => {
      if (problem instanceof ApiProblem && problem.status > 0) {
        return { title: problem.title, detail: problem.detail, ...codeOf(problem) }
      }
      if (problem instanceof ApiProblem) {
        return {
          title: t`Vigie isn’t responding`,
          detail: t`Check your connection, or that Vigie is running. Nothing you wrote is lost.`,
        }
      }
      return {
        title: t`Something went wrong`,
        detail: t`Reload the page. If it happens again, Vigie’s log says why.`,
      }
    },
    [t],
  )
}

/** A code helps only where a person must report it: failures of the desk itself. */
function codeOf(problem: ApiProblem): { code?: string } {
  return problem.status >= 500 ? { code: problem.code } : {}
}
