import { Trans, useLingui } from '@lingui/react/macro'
import type { OverviewFigure } from '#domain/listening/overview/api.ts'
import { Figure, FigureRow } from '#web/ui/index.ts'

/** How much and how well; each figure says on demand what it rests on. */
export function OverviewFigures({ figures }: { figures: OverviewFigure[] }) {
  const { t } = useLingui()
  return (
    <FigureRow label={t`Key figures`}>
      {figures.map(({ key, label, value, before, provenance }) => (
        <Figure
          key={key}
          label={label}
          value={value}
          previous={before}
          better="none"
          format={key === 'mentions' ? 'number' : 'percent'}
          unknown={<Trans>We cannot tell yet: too few opinions were read in this period.</Trans>}
          explain={{
            source: provenance.source,
            ...(provenance.denominator ? { denominator: provenance.denominator } : {}),
            gaps: provenance.gaps.join(' '),
          }}
        />
      ))}
    </FigureRow>
  )
}
