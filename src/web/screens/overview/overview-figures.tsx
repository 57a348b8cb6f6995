import { Trans, useLingui } from '@lingui/react/macro'
import type { OverviewFigure } from '#domain/listening/overview/api.ts'
import { Figure, FigureRow, useFormat } from '#web/ui/index.ts'
import type { MentionsSearch } from './mentions-of.ts'

interface OverviewFiguresProps {
  figures: OverviewFigure[]
  all: MentionsSearch
}

/** How much and how well; each figure says on demand what it rests on. */
export function OverviewFigures({ figures, all }: OverviewFiguresProps) {
  const { t } = useLingui()
  const f = useFormat()
  return (
    <div>
      <FigureRow label={t`Key figures`}>
        {figures.map(({ key, label, value, before, provenance }) => (
          <Figure
            key={key}
            label={label}
            value={value}
            seen={{
              to: '/listening',
              search: key === 'mentions' ? all : { ...all, signal: `sentiment:${key}` },
            }}
            {...(key === 'mentions' ? { previous: before, better: 'none' } : {})}
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
      <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-xs text-ink-2">
        {figures.map(({ key, label, low, high, before }) =>
          low === null || high === null ? null : (
            <li key={key}>
              {label} {f.percent(low)} – {f.percent(high)}
              {before !== null && (
                <>
                  {' · '}
                  <Trans>previous period {f.percent(before)}</Trans>
                </>
              )}
            </li>
          ),
        )}
        <li>
          <Trans>95% intervals of the count, model errors not included.</Trans>
        </li>
      </ul>
    </div>
  )
}
