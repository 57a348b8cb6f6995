import { Trans, useLingui } from '@lingui/react/macro'
import type { FigureView } from '#domain/analytics/api.ts'
import { Figure, FigureRow, ProblemMessage, Skeleton } from '#web/ui/index.ts'
import { useCampaignResults } from './queries.ts'

/** What its posts have brought so far; each figure says where it comes from. */
export function Results({ id }: { id: string }) {
  const { t } = useLingui()
  const { data, error, refetch } = useCampaignResults(id)
  return (
    <section className="mt-8">
      <h2 className="title-serif mb-2 text-xl">
        <Trans>What it has brought so far</Trans>
      </h2>
      {error && <ProblemMessage problem={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={1} height={92} />}
      {data && (
        <FigureRow label={t`Campaign results`}>
          {data.figures.map((figure) => (
            <One key={figure.key} figure={figure} published={data.figures[0]?.value ?? 0} />
          ))}
        </FigureRow>
      )}
    </section>
  )
}

function One({ figure, published }: { figure: FigureView; published: number }) {
  const { label, value, provenance } = figure
  return (
    <Figure
      label={label}
      value={value}
      format="number"
      unknown={
        published === 0 ? (
          <Trans>Not yet: nothing has gone out.</Trans>
        ) : (
          <>
            <Trans>Not yet.</Trans> {provenance.gaps.join(' ')}
          </>
        )
      }
      explain={{
        source: provenance.source,
        ...(provenance.gaps.length > 0 ? { gaps: provenance.gaps.join(' ') } : {}),
      }}
    />
  )
}
