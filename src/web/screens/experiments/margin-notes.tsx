import { Trans } from '@lingui/react/macro'
import type { ExperimentView } from '#domain/experiments/api.ts'

/** What a careful reader would object, and what does not count yet. */
export function Cautions({ experiment: { cautions, provenance } }: { experiment: ExperimentView }) {
  const sentences = [...cautions.map(({ sentence }) => sentence), ...provenance.gaps]
  if (sentences.length === 0) return null
  return (
    <section className="border-t border-ink pt-3">
      <h2 className="font-semibold text-ink">
        <Trans>To keep in mind</Trans>
      </h2>
      <ul className="mt-2 space-y-2">
        {sentences.map((sentence) => (
          <li key={sentence} className="border-l-2 border-wait pl-3">
            {sentence}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where the figures come from, on demand. */
export function Provenance({ experiment: { provenance } }: { experiment: ExperimentView }) {
  return (
    <details className="border-t border-ink pt-3">
      <summary className="min-h-6 font-semibold text-ink">
        <Trans>Where these figures come from</Trans>
      </summary>
      <div className="mt-2 space-y-2">
        <p>{provenance.source}</p>
        <p>{provenance.denominator}</p>
        <p>{provenance.method}</p>
      </div>
    </details>
  )
}
