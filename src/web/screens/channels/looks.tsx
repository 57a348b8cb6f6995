import { Trans, useLingui } from '@lingui/react/macro'
import type { LookView } from '#domain/channels/doctor/api.ts'
import { cx, Mark } from '#web/ui/index.ts'

const SIGNS = { done: 'approved', 'to-do': 'failed', unknown: 'unknown' } as const

/** What was looked at, what is to do on top: each with its sign and its word. */
export function Looks({ looks, className }: { looks: readonly LookView[]; className?: string }) {
  return (
    <ul className={cx('space-y-2', className)}>
      {looks.map((look) => (
        <li key={look.what}>
          <Look look={look} />
        </li>
      ))}
    </ul>
  )
}

function Look({ look: { state, what, next } }: { look: LookView }) {
  const { t } = useLingui()
  const words = { done: t`Done:`, 'to-do': t`To do:`, unknown: t`Cannot be checked:` }
  return (
    <div className="flex items-baseline gap-2 text-sm">
      <span aria-hidden className="translate-y-px">
        <Mark status={SIGNS[state]} />
      </span>
      <p className="min-w-0 break-words text-ink-2">
        <span className="sr-only">{words[state]} </span>
        {what}
        {next && (
          <span className={cx('mt-0.5 block', state === 'to-do' && 'font-medium text-ink')}>
            {next}
          </span>
        )}
      </p>
    </div>
  )
}

/** The one thing to do next, or that nothing is; the rest folded. */
export function Doctor({ looks }: { looks: readonly LookView[] }) {
  const [first] = looks
  if (!first) return null
  const isWell = looks.every(({ state }) => state === 'done')
  const rest = isWell ? looks : looks.slice(1)
  return (
    <section className="border-y border-rule py-3">
      {isWell ? (
        <p className="flex items-baseline gap-2 text-sm text-ink-2">
          <span aria-hidden className="translate-y-px">
            <Mark status="approved" />
          </span>
          <Trans>Everything that can be checked from here is in order.</Trans>
        </p>
      ) : (
        <Look look={first} />
      )}
      {rest.length > 0 && (
        <details className="mt-2 text-sm">
          <summary className="flex min-h-6 touch-row cursor-pointer items-center text-ink-2 underline underline-offset-2">
            <Trans>What was checked</Trans>
          </summary>
          <Looks looks={rest} className="mt-2" />
        </details>
      )}
    </section>
  )
}
