import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Overview, OverviewPoint } from '#domain/listening/overview/api.ts'
import { ChartTable, useMeasuredWidth } from '#web/charts/index.ts'
import { useFormat } from '#web/ui/index.ts'
import { BarLinks } from './bar-links.tsx'
import { Key } from './key.tsx'
import { type MentionsSearch, mentionsAt } from './mentions-of.ts'
import { usePlaces, written } from './use-places.ts'

const HEIGHT = 220
const LEFT = 40
const TOP = 10
const BOTTOM = 22

/** Mentions by opinion, hour by hour, day by day or week by week, over the period before. */
export function VolumeChart({ view, all }: { view: Overview; all: MentionsSearch }) {
  const { points, previous, by } = view
  const { t } = useLingui()
  const f = useFormat()
  const places = usePlaces()
  const [place, width] = useMeasuredWidth<HTMLElement>(undefined, 560)
  const title = t`Mentions over time`
  const most = Math.max(4, ...[...points, ...previous].map(({ mentions }) => mentions))
  const top = most + (most % 2)
  const step = (width - LEFT - 4) / points.length
  const x = (rank: number) => LEFT + rank * step
  const y = (value: number) => TOP + (1 - value / top) * (HEIGHT - TOP - BOTTOM)
  const parts = [
    { key: 'negative', label: t({ message: 'Negative', context: 'share' }), fill: 'var(--d2)' },
    { key: 'other', label: t`Neutral, unsure or not read`, fill: 'var(--rule-strong)' },
    { key: 'positive', label: t({ message: 'Positive', context: 'share' }), fill: 'var(--d1)' },
  ] as const
  return (
    <section aria-labelledby="volume-title">
      <h2 id="volume-title" className="title-serif mb-2 text-xl">
        {title}
      </h2>
      <figure ref={place} className="relative min-w-0">
        <svg
          {...{ width, height: HEIGHT }}
          viewBox={`0 0 ${width} ${HEIGHT}`}
          role="img"
          aria-label={title}
          className="block max-w-full"
          style={{ fontSize: 11 }}
        >
          {[0, 0.5, 1].map((part) => (
            <g key={part}>
              <line
                x1={LEFT}
                x2={width}
                y1={y(top * part)}
                y2={y(top * part)}
                stroke={part === 0 ? 'var(--rule-strong)' : 'var(--rule)'}
              />
              <text x={LEFT - 6} y={y(top * part)} dy=".32em" textAnchor="end" fill="var(--ink-2)">
                {f.compact(Math.round(top * part))}
              </text>
            </g>
          ))}
          {points.map((point, rank) => {
            let below = 0
            return parts.map(({ key, fill }) => {
              const value = partOf(point, key)
              below += value
              return value > 0 ? (
                <rect
                  key={`${point.at}${key}`}
                  x={x(rank) + step * 0.12}
                  width={step * 0.76}
                  y={y(below)}
                  height={y(0) - y(value)}
                  fill={fill}
                />
              ) : null
            })
          })}
          <polyline
            points={previous
              .slice(0, points.length)
              .map(({ mentions }, rank) => `${x(rank) + step / 2},${y(mentions)}`)
              .join(' ')}
            fill="none"
            stroke="var(--ink-2)"
            strokeDasharray="2 4"
          />
          {written(points, width).map((rank) => (
            <text key={rank} x={x(rank)} y={HEIGHT - 6} fill="var(--ink-2)">
              {places.short(points[rank]?.at ?? '')}
            </text>
          ))}
        </svg>
        <BarLinks
          {...{ view, all, x }}
          width={step}
          height={y(0)}
          title={(rank) =>
            `${places.long(points[rank]?.at ?? '')} – ${f.number(points[rank]?.mentions ?? 0)}`
          }
        />
        <figcaption className="mt-1 flex flex-wrap gap-x-5 text-xs text-ink-2">
          {parts.map(({ key, label, fill }) => (
            <Key key={key} colour={fill}>
              {label}
            </Key>
          ))}
          <Key colour="var(--ink-2)" dashed>
            {t`Previous period`}
          </Key>
        </figcaption>
        <ChartTable
          summary={t`Data table`}
          caption={title}
          head={[t`When`, t`Mentions`, ...parts.map(({ label }) => label), t`Previous period`]}
          rows={points.map((point, rank) => ({
            key: point.at,
            cells: [
              point.mentions === 0 ? (
                places.long(point.at)
              ) : (
                <Link
                  key={point.at}
                  to="/listening"
                  search={mentionsAt(all, point.at, by)}
                  className="text-accent underline"
                >
                  {places.long(point.at)}
                </Link>
              ),
              f.number(point.mentions),
              ...parts.map(({ key }) => f.number(partOf(point, key))),
              f.number(previous[rank]?.mentions ?? 0),
            ],
          }))}
        />
      </figure>
    </section>
  )
}

function partOf(point: OverviewPoint, key: 'negative' | 'other' | 'positive'): number {
  return key === 'other' ? point.neutral + point.unsure + point.unread : point[key]
}
