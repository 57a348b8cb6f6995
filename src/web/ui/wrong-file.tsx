import { fieldErrors } from '../api/problem.ts'
import { ProblemMessage } from './problem-message.tsx'

/** Why a file was not taken: the sentence about this very file says more than the general one. */
export function WrongFile({ problem }: { problem: unknown }) {
  const sentence = fieldErrors(problem)['/file']
  if (!sentence) return <ProblemMessage problem={problem} />
  return (
    <p role="alert" className="border-l-2 border-bad bg-bad-soft px-4 py-3">
      {sentence}
    </p>
  )
}
