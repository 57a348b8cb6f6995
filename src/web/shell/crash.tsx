import { Trans } from '@lingui/react/macro'
import { Button } from '../ui/button.tsx'
import { ProblemMessage } from '../ui/problem-message.tsx'

/** Shown in place of a screen that failed; the rest of the desk keeps working. */
export function Crash({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <section className="mx-auto max-w-xl space-y-4 px-4 py-16">
      <h1 className="title-serif text-2xl">
        <Trans>This screen stopped</Trans>
      </h1>
      <ProblemMessage problem={error} />
      <div className="flex gap-2">
        <Button kind="solid" onClick={reset}>
          <Trans>Try again</Trans>
        </Button>
        <Button onClick={() => location.reload()}>
          <Trans>Reload the page</Trans>
        </Button>
      </div>
    </section>
  )
}
