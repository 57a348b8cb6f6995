import { Trans, useLingui } from '@lingui/react/macro'
import type { ExperimentView } from '#domain/experiments/api.ts'
import { useFormat } from '#web/ui/index.ts'
import { useWords } from './words.ts'

/** The rule as it was fixed before the first figure, and what it promises. */
export function ChosenBeforehand({ experiment }: { experiment: ExperimentView }) {
  const { t } = useLingui()
  const f = useFormat()
  const words = useWords()
  const { plan, hypothesis, guarantee } = experiment
  const lines = [
    [t`Expected`, hypothesis],
    [t`Figure`, `${words.figure[plan.figure]}, ${words.exposure[plan.exposure ?? 'followers']}`],
    [t`Counted during`, words.during(plan.windowHours ?? 72)],
    [t`Difference that matters`, f.percent(plan.minimumEffect ?? 0)],
    [t`Certainty`, f.percent(plan.certainty ?? 0)],
    [t`Nothing decided before`, `${f.number(plan.plannedEvents)} ${words.events[plan.figure]}`],
  ].filter(([, value]) => value)
  return (
    <section className="border-t border-ink pt-3">
      <h2 className="font-semibold text-ink">
        <Trans>Chosen in advance</Trans>
      </h2>
      <dl className="mt-2 space-y-1.5">
        {lines.map(([term, value]) => (
          <div key={term}>
            <dt className="text-xs text-ink-3">{term}</dt>
            <dd className="text-ink">{value}</dd>
          </div>
        ))}
      </dl>
      <details className="mt-3">
        <summary className="min-h-6 text-ink">
          <Trans>What this rule promises</Trans>
        </summary>
        <p className="mt-1">{guarantee}</p>
      </details>
    </section>
  )
}
