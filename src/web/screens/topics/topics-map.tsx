import { Trans, useLingui } from '@lingui/react/macro'
import type { TopicsView } from '#domain/listening/topics/api.ts'
import { useMeasuredWidth } from '#web/charts/index.ts'
import { ChartTable } from '#web/charts/chart-table.tsx'
import { useFormat } from '#web/ui/index.ts'
import { placeLabels } from './place-labels.ts'

const HEIGHT = 340
const [LEFT, RIGHT, TOP, BOTTOM] = [36, 12, 12, 40]

/** Each term by what is usual of it and what is said now: on the line, as usual; above it, rising. */
export function TopicsMap({ view: { map, period } }: { view: TopicsView }) {
  const { t } = useLingui()
  const f = useFormat()
  const [place, width] = useMeasuredWidth<HTMLElement>(undefined, 720)
  const most = Math.max(4, ...map.map(({ posts, usual }) => Math.max(posts, usual)))
  const scale = (value: number) => Math.log1p(value) / Math.log1p(most)
  const x = (usual: number) => LEFT + 8 + scale(usual) * (width - LEFT - RIGHT - 16)
  const y = (posts: number) => HEIGHT - BOTTOM - scale(posts) * (HEIGHT - TOP - BOTTOM)
  const dots = map.map((term) => ({ ...term, x: x(term.usual), y: y(term.posts) }))
  const labels = placeLabels(dots, width - RIGHT)
  const ticks = [0, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000].filter((tick) => tick <= most)
  const rounded = (usual: number) => f.number(Math.round(usual * 10) / 10)
  return (
    <section aria-labelledby="topics-map">
      <h2 id="topics-map" className="title-serif text-xl">
        <Trans>Now and usually</Trans>
      </h2>
      <figure ref={place} className="min-w-0">
        <svg
          {...{ width, height: HEIGHT }}
          viewBox={`0 0 ${width} ${HEIGHT}`}
          role="img"
          aria-label={t`Terms by usual posts and posts now; the table below has the figures`}
          className="block max-w-full"
        >
          <line x1={x(0)} y1={y(0)} x2={x(most)} y2={y(most)} stroke="var(--rule-strong)" />
          {ticks.map((tick) => (
            <g key={tick} fontSize={11} fill="var(--ink-2)">
              <line x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} stroke="var(--rule)" />
              <text x={LEFT - 6} y={y(tick)} dy=".32em" textAnchor="end">
                {f.number(tick)}
              </text>
              <text x={x(tick)} y={HEIGHT - BOTTOM + 16} textAnchor="middle">
                {f.number(tick)}
              </text>
            </g>
          ))}
          <text x={width - RIGHT} y={HEIGHT - 6} textAnchor="end" fontSize={11} fill="var(--ink-2)">
            {t`Posts in a usual period`}
          </text>
          {dots.map(({ word, isNew, ...dot }) => (
            <Dot key={word} {...dot} isNew={isNew} />
          ))}
          {labels.map(({ word, isNew, left, top }) => (
            <text
              key={word}
              x={left}
              y={top}
              fontSize={12}
              fontWeight={isNew ? 600 : 400}
              fill="var(--ink)"
            >
              {word}
            </text>
          ))}
        </svg>
        <figcaption className="mt-1 max-w-prose text-xs text-ink-2">
          <Trans>
            Vertical: posts with the term in the last {period.days} days. On the line: as usual. A
            filled square is new beyond chance, a ring is not.
          </Trans>
        </figcaption>
      </figure>
      <ChartTable
        summary={<Trans>Data table</Trans>}
        caption={t`Terms now and usually`}
        head={[t`Term`, t`Now`, t`Usually`, t`New`]}
        rows={map.map(({ word, posts, usual, isNew }) => ({
          key: word,
          cells: [word, f.number(posts), rounded(usual), isNew ? t`yes` : t`no`],
        }))}
      />
    </section>
  )
}

function Dot({ x, y, isNew }: { x: number; y: number; isNew: boolean }) {
  return isNew ? (
    <rect x={x - 5} y={y - 5} width={10} height={10} fill="var(--accent)" />
  ) : (
    <circle cx={x} cy={y} r={4} fill="none" stroke="var(--d1)" strokeWidth={1.5} />
  )
}
