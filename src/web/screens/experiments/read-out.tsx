import { Trans, useLingui } from '@lingui/react/macro'
import type { ArmView, ExperimentView } from '#domain/experiments/api.ts'
import { IntervalPlot } from '#web/charts/index.ts'
import { Figure, FigureRow, useFormat } from '#web/ui/index.ts'
import { scaleOf, useWords } from './words.ts'

/** The answer in a sentence, its figures, and where each version's true figure probably lies. */
export function ReadOut({ experiment }: { experiment: ExperimentView }) {
  return (
    <>
      <p className="title-serif max-w-prose text-2xl text-balance" role="status">
        {experiment.sentence}
      </p>
      <Figures experiment={experiment} />
      <Plot experiment={experiment} />
    </>
  )
}

function Figures({ experiment }: { experiment: ExperimentView }) {
  const { t } = useLingui()
  const f = useFormat()
  const words = useWords()
  const { figure, a, b, ratio, probabilityBBetter, provenance } = experiment
  const unit = words.events[figure]
  const explain = {
    source: provenance.source,
    denominator: provenance.denominator,
    ...(provenance.gaps.length > 0 ? { gaps: provenance.gaps.join(' ') } : {}),
  }
  const method = { source: provenance.method }
  const nothing = <Trans>Nothing counted yet</Trans>
  const count = (arm: ArmView) => (arm.perExposure ? arm.count : null)
  const range = ratio && f.list([ratio.low, ratio.high].map((end) => f.change(end - 1)))
  return (
    <div>
      <FigureRow label={t`Key figures`}>
        <Figure
          label={t`A, ${unit}`}
          value={count(a)}
          format="number"
          unknown={nothing}
          {...{ explain }}
        />
        <Figure
          label={t`B, ${unit}`}
          value={count(b)}
          format="number"
          unknown={nothing}
          {...{ explain }}
        />
        <Figure
          label={t`B is better: probability`}
          value={probabilityBBetter === null ? null : neverCertain(probabilityBBetter)}
          format="percent"
          unknown={nothing}
          explain={method}
        />
      </FigureRow>
      {ratio && (
        <p className="mt-2 text-sm text-ink-2">
          <Trans>
            B vs A: {f.change(ratio.mid - 1)}, probably between {range}.
          </Trans>
        </p>
      )}
    </div>
  )
}

/** No amount of figures makes it 0 or 100 %. */
const neverCertain = (p: number) => Math.min(0.995, Math.max(0.005, p))

function Plot({ experiment }: { experiment: ExperimentView }) {
  const { t } = useLingui()
  const { locale } = useFormat()
  const words = useWords()
  const { a, b, exposure, figure } = experiment
  if (!a.perExposure || !b.perExposure) return null
  const scale = scaleOf(exposure)
  const row = (label: string, { low, mid, high }: NonNullable<ArmView['perExposure']>) => ({
    label,
    low: low * scale,
    mid: mid * scale,
    high: high * scale,
  })
  const measure = `${words.figure[figure]} ${words.exposure[exposure]}`
  return (
    <section>
      <h2 className="title-serif text-xl">{measure}</h2>
      <p className="mb-2 text-sm text-ink-2">
        <Trans>Where the true figure of each version probably lies.</Trans>
      </p>
      <div className="max-w-2xl">
        <IntervalPlot
          locale={locale}
          label={measure}
          format={exposure === 'views' ? 'percent' : 'number'}
          rows={[row(t`Version A`, a.perExposure), row(t`Version B`, b.perExposure)]}
        />
      </div>
    </section>
  )
}
