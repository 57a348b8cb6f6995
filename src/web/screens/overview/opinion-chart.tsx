import { Trans, useLingui } from '@lingui/react/macro'
import type { Overview, OverviewPoint } from '#domain/listening/overview/api.ts'
import { ChartTable, useMeasuredWidth } from '#web/charts/index.ts'
import { useFormat } from '#web/ui/index.ts'
import { Key } from './key.tsx'
import { usePlaces, written } from './use-places.ts'

const HEIGHT = 220
const LEFT = 44
const TOP = 10
const BOTTOM = 22

const SERIES = [
  { key: 'negativeShare', colour: 'var(--d2)', dash: '6 3' },
  { key: 'positiveShare', colour: 'var(--d1)', dash: undefined },
] as const

/** Shares of negative and positive opinions, each with its interval; where too few were read, nothing is drawn. */
export function OpinionChart({ view: { by, opinion, fewest } }: { view: Overview }) {
  const { t } = useLingui()
  const { points } = opinion
  const f = useFormat()
  const places = usePlaces()
  const [place, width] = useMeasuredWidth<HTMLElement>(undefined, 560)
  const title = t`Opinion over time`
  const labels = {
    negativeShare: t({ message: 'Negative', context: 'share' }),
    positiveShare: t({ message: 'Positive', context: 'share' }),
  }
  const step = (width - LEFT - 4) / points.length
  const x = (rank: number) => LEFT + (rank + 0.5) * step
  const y = (value: number) => TOP + (1 - value) * (HEIGHT - TOP - BOTTOM)
  const known = points.filter((point) => point.negativeShare !== null).length
  const range = (share: OverviewPoint['negativeShare']) =>
    share === null
      ? t`too few`
      : `${f.percent(share.value)} (${f.percent(share.low)} – ${f.percent(share.high)})`
  return (
    <section aria-labelledby="opinion-title">
      <h2 id="opinion-title" className="title-serif mb-2 text-xl">
        {title}
      </h2>
      {known === 0 ? (
        <p className="text-ink-2">
          <Trans>
            We cannot tell yet: a share needs at least {fewest} sure opinions, and no point in this
            period has that many.
          </Trans>
        </p>
      ) : (
        <figure ref={place} className="min-w-0">
          <svg
            {...{ width, height: HEIGHT }}
            viewBox={`0 0 ${width} ${HEIGHT}`}
            role="img"
            aria-label={title}
            className="block max-w-full"
            style={{ fontSize: 11 }}
          >
            {[0, 0.25, 0.5, 0.75, 1].map((part) => (
              <g key={part}>
                <line
                  x1={LEFT}
                  x2={width}
                  y1={y(part)}
                  y2={y(part)}
                  stroke={part === 0 ? 'var(--rule-strong)' : 'var(--rule)'}
                />
                <text x={LEFT - 6} y={y(part)} dy=".32em" textAnchor="end" fill="var(--ink-2)">
                  {f.percent(part)}
                </text>
              </g>
            ))}
            {SERIES.map(({ key, colour, dash }) =>
              runs(points, key).map((run) => (
                <g key={`${key}${run[0]?.rank}`}>
                  <polygon points={outline(run, x, y, step)} fill={colour} opacity={0.16} />
                  <polyline
                    points={run.map(({ rank, share }) => `${x(rank)},${y(share.value)}`).join(' ')}
                    fill="none"
                    stroke={colour}
                    strokeWidth={2}
                    strokeDasharray={dash}
                  />
                  {run.map(({ rank, share }) => (
                    <circle key={rank} cx={x(rank)} cy={y(share.value)} r={2.5} fill={colour} />
                  ))}
                </g>
              )),
            )}
            {written(points, width).map((rank) => (
              <text key={rank} x={x(rank) - step / 2} y={HEIGHT - 6} fill="var(--ink-2)">
                {places.short(points[rank]?.at ?? '')}
              </text>
            ))}
          </svg>
          <figcaption className="mt-1 flex flex-wrap gap-x-5 text-xs text-ink-2">
            {SERIES.map(({ key, colour }) => (
              <Key key={key} colour={colour}>
                {labels[key]}
              </Key>
            ))}
            {opinion.by !== by && (
              <span>
                {opinion.by === 'week' ? (
                  <Trans>Counted by week: by day, too few opinions are sure.</Trans>
                ) : (
                  <Trans>Counted by day: by the hour, too few opinions are sure.</Trans>
                )}
              </span>
            )}
            <span>
              <Trans>
                Bands: 95% interval of the count, model errors not included. Gaps: fewer than{' '}
                {fewest} sure opinions.
              </Trans>
            </span>
          </figcaption>
          <ChartTable
            summary={t`Data table`}
            caption={title}
            head={[
              t`When`,
              labels.negativeShare,
              labels.positiveShare,
              t({ message: 'Unsure', context: 'share' }),
            ]}
            rows={points.map((point) => ({
              key: point.at,
              cells: [
                places.long(point.at),
                range(point.negativeShare),
                range(point.positiveShare),
                f.number(point.unsure),
              ],
            }))}
          />
        </figure>
      )}
    </section>
  )
}

type Share = NonNullable<OverviewPoint['negativeShare']>
interface Placed {
  rank: number
  share: Share
}

/** Stretches without a gap. */
function runs(points: readonly OverviewPoint[], key: (typeof SERIES)[number]['key']): Placed[][] {
  const found: Placed[][] = []
  for (const [rank, point] of points.entries()) {
    const share = point[key]
    if (share === null) continue
    const last = found.at(-1)
    if (last && last.at(-1)?.rank === rank - 1) last.push({ rank, share })
    else found.push([{ rank, share }])
  }
  return found
}

/** Around a stretch; one that is alone has the width of its place, to be seen at all. */
function outline(
  run: readonly Placed[],
  x: (rank: number) => number,
  y: (value: number) => number,
  step: number,
): string {
  const wide = run.length === 1 ? [-step * 0.3, step * 0.3] : [0]
  const edge = (side: 'low' | 'high') =>
    run.flatMap(({ rank, share }) => wide.map((by) => `${x(rank) + by},${y(share[side])}`))
  return [...edge('high'), ...edge('low').toReversed()].join(' ')
}
