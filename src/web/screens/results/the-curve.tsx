import { Trans } from '@lingui/react/macro'
import type { ResultsView } from '#domain/analytics/api.ts'
import { LineChart } from '#web/charts/index.ts'
import { useFormat } from '#web/ui/index.ts'

/** Engagement day by day, the period before dashed underneath; holes stay open and are explained. */
export function TheCurve({ curve }: { curve: ResultsView['curve'] }) {
  const f = useFormat()
  const nothing = curve.current.every(({ value }) => value === null)
  return (
    <section aria-labelledby="curve-title">
      <h2 id="curve-title" className="title-serif mb-2 text-xl">
        {curve.label}
      </h2>
      {nothing ? (
        <p className="text-ink-2">
          <Trans>
            No day in this period has been read yet. Figures arrive a few minutes after a post goes
            out.
          </Trans>
        </p>
      ) : (
        <LineChart
          locale={f.locale}
          label={curve.label}
          points={curve.current}
          previous={curve.previous}
        />
      )}
      {curve.provenance.gaps.length > 0 && (
        <ul className="mt-2 space-y-1 text-xs text-ink-2">
          {curve.provenance.gaps.map((gap) => (
            <li key={gap}>{gap}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
