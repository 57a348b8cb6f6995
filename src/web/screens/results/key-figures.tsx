import { Trans, useLingui } from '@lingui/react/macro'
import type { FigureView } from '#domain/analytics/api.ts'
import { Figure, FigureRow } from '#web/ui/index.ts'

/** The five figures; each says on demand where it comes from, over what, and what is missing. */
export function KeyFigures({ figures }: { figures: FigureView[] }) {
  const { t } = useLingui()
  return (
    <FigureRow label={t`Key figures`}>
      {figures.map(({ key, label, value, before, unit, provenance }) => (
        <Figure
          key={key}
          label={label}
          value={share(value, unit)}
          previous={share(before, unit)}
          format={unit === 'percent' ? 'percent' : 'number'}
          unknown={<Trans>We cannot tell yet: nothing was read in this period.</Trans>}
          explain={{
            source: provenance.source,
            ...(provenance.denominator ? { denominator: provenance.denominator } : {}),
            ...(provenance.gaps.length > 0 ? { gaps: provenance.gaps.join(' ') } : {}),
          }}
        />
      ))}
    </FigureRow>
  )
}

/** The API speaks in percent, the formats of Intl in shares of one. */
const share = (value: number | null, unit: FigureView['unit']) =>
  value !== null && unit === 'percent' ? value / 100 : value
