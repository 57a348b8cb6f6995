import { useLingui } from '@lingui/react/macro'
import type { AlertHour } from '#domain/listening/alerts/api.ts'
import { useMeasuredWidth } from '#web/charts/index.ts'
import { useFormat } from '#web/ui/index.ts'

const HEIGHT = 180
const LEFT = 34
const BOTTOM = 22
const TOP = 10

/** Mentions by hour, over the band of what is usual: below its upper edge nothing rings. */
export function BandChart({ hours, began }: { hours: readonly AlertHour[]; began: string }) {
  const { t } = useLingui()
  const f = useFormat()
  const [place, width] = useMeasuredWidth<HTMLElement>(undefined, 720)
  const top = Math.max(...hours.map(({ count, alarm }) => Math.max(count, alarm ?? 0)), 4)
  const step = (width - LEFT - 4) / hours.length
  const x = (rank: number) => LEFT + rank * step
  const y = (value: number) => TOP + (1 - value / top) * (HEIGHT - TOP - BOTTOM)
  const most = Math.max(...hours.map(({ count }) => count))
  const label = t`Mentions by hour; the busiest hour has ${most}`
  const edge = hours.map(({ alarm }, i) =>
    alarm === null ? '' : `${x(i)},${y(alarm)} ${x(i + 1)},${y(alarm)}`,
  )
  const known = edge.some((piece) => piece !== '')
  return (
    <figure ref={place} className="min-w-0">
      <svg
        {...{ width, height: HEIGHT }}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={label}
        className="block max-w-full"
      >
        {known && (
          <polygon
            points={`${LEFT},${y(0)} ${edge.join(' ')} ${x(hours.length)},${y(0)}`}
            fill="var(--ink-3)"
            opacity={0.16}
          />
        )}
        {hours.map(({ at, count, alarm }, i) => (
          <rect
            key={at}
            x={x(i) + step * 0.15}
            width={step * 0.7}
            y={y(count)}
            height={y(0) - y(count)}
            fill={alarm !== null && count >= alarm ? 'var(--bad)' : 'var(--d1)'}
          />
        ))}
        <line x1={LEFT} x2={width} y1={y(0)} y2={y(0)} stroke="var(--rule-strong)" />
        {[top, top / 2].map((tick) => (
          <text
            key={tick}
            x={LEFT - 6}
            y={y(tick)}
            dy=".32em"
            textAnchor="end"
            fontSize={11}
            fill="var(--ink-2)"
          >
            {f.number(Math.round(tick))}
          </text>
        ))}
        {hours.map(({ at }, i) =>
          isMidnight(f.time(at)) ? (
            <text key={at} x={x(i)} y={HEIGHT - 6} fontSize={11} fill="var(--ink-2)">
              {f.date(at)}
            </text>
          ) : null,
        )}
        {hours.map(({ at }, i) =>
          at === began ? (
            <line
              key={at}
              x1={x(i)}
              x2={x(i)}
              y1={TOP}
              y2={y(0)}
              stroke="var(--bad)"
              strokeDasharray="2 3"
            />
          ) : null,
        )}
      </svg>
      <figcaption className="mt-1 text-xs text-ink-2">
        {known
          ? t`Grey: within the usual range for an hour. Red: above it.`
          : t`We don’t know yet what is usual.`}
      </figcaption>
    </figure>
  )
}

const isMidnight = (time: string): boolean => time.startsWith('00:00')
