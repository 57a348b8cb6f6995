import { scaleLinear, scaleUtc } from 'd3-scale'
import { area, curveMonotoneX, line } from 'd3-shape'
import { ChartTable } from './chart-table.tsx'
import { chartDays, type ChartFormat, chartNumbers } from './numbers.ts'
import { useMeasuredWidth } from './measured-width.ts'
import { chartWords } from './words.ts'

export interface DayPoint {
  /** '2026-11-22' */
  day: string
  /** null is a gap, and is drawn as one. */
  value: number | null
}

export interface LineChartProps {
  locale: string
  label: string
  /** Written once, after the highest value. */
  unit?: string
  points: readonly DayPoint[]
  /** The period before, aligned by rank: its first day under the first day. */
  previous?: readonly DayPoint[]
  height?: number
  /** Fixed, in px; without it the drawing takes the width of its place. */
  width?: number
  format?: ChartFormat
}

interface Placed {
  at: Date
  value: number | null
}

const MARGIN = { top: 20, right: 16, bottom: 24, left: 48 }

/** One curve against the period before. The highest day is named, gaps stay open. */
export function LineChart(props: LineChartProps) {
  const { locale, label, unit, points, previous = [], height = 240, format } = props
  const [place, width] = useMeasuredWidth<HTMLElement>(props.width, 720)
  const numbers = chartNumbers(locale, format)
  const days = chartDays(locale)
  const words = chartWords(locale)
  const placed = points.map(({ day, value }) => ({ at: days.at(day), value }))
  const before = previous.flatMap(({ value }, rank) => {
    const at = placed[rank]?.at
    return at ? [{ at, value }] : []
  })
  const { x, y, curve, fill } = drawing(placed, before, { width, height })
  const best = highest(placed)
  return (
    <figure ref={place} className="min-w-0">
      <svg
        {...{ width, height }}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={label}
        className="block max-w-full overflow-visible"
        style={{ fontFamily: 'var(--sans, sans-serif)', fontSize: 11 }}
      >
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <line
              x1={MARGIN.left}
              x2={width - MARGIN.right}
              y1={y(tick)}
              y2={y(tick)}
              stroke={tick === 0 ? 'var(--rule-strong)' : 'var(--rule)'}
            />
            <text x={MARGIN.left - 8} y={y(tick)} dy=".32em" textAnchor="end" fill="var(--ink-2)">
              {numbers.short(tick)}
            </text>
          </g>
        ))}
        {axisDays(placed, width).map((day) => (
          <text key={+day} {...underDay(x(day), width)} y={height - 6} fill="var(--ink-2)">
            {days.short(day)}
          </text>
        ))}
        <path d={fill(placed) ?? ''} fill="var(--d1)" opacity={0.08} />
        <path
          d={curve(before) ?? ''}
          fill="none"
          stroke="var(--ink-3)"
          strokeDasharray="2 4"
          strokeLinecap="round"
        />
        <path
          d={curve(placed) ?? ''}
          fill="none"
          stroke="var(--d1)"
          strokeWidth={2}
          strokeLinejoin="round"
        />
        {lonely(placed).map(({ at, value }) => (
          <circle key={+at} cx={x(at)} cy={y(value)} r={2} fill="var(--d1)" />
        ))}
        {best && (
          <>
            <circle
              cx={x(best.at)}
              cy={y(best.value)}
              r={3.5}
              fill="var(--paper)"
              stroke="var(--d1)"
              strokeWidth={2}
            />
            <text
              {...besidePeak(x(best.at), width)}
              y={y(best.value) - 9}
              fontWeight={600}
              fill="var(--ink)"
            >
              {[numbers.exact(best.value), unit, '·', days.short(best.at)]
                .filter(Boolean)
                .join(' ')}
            </text>
          </>
        )}
      </svg>
      <figcaption className="flex flex-wrap gap-x-5 text-xs text-ink-2">
        <Key line="var(--d1)" width={2}>
          {words.current}
        </Key>
        {before.length > 0 && (
          <Key line="var(--ink-3)" width={1} dash="2 4">
            {words.previous}
          </Key>
        )}
      </figcaption>
      <ChartTable
        summary={words.table}
        caption={label}
        head={[words.day, words.current, ...(before.length > 0 ? [words.previous] : [])]}
        rows={placed.map(({ at, value }, rank) => ({
          key: String(+at),
          cells: [
            days.long(at),
            value,
            ...(before.length > 0 ? [before[rank]?.value ?? null] : []),
          ].map((cell) =>
            typeof cell === 'number' ? numbers.exact(cell) : (cell ?? words.missing),
          ),
        }))}
      />
    </figure>
  )
}

function Key(props: { line: string; width: number; dash?: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <svg width="24" height="4" aria-hidden>
        <line
          x1="1"
          x2="23"
          y1="2"
          y2="2"
          stroke={props.line}
          strokeWidth={props.width}
          strokeDasharray={props.dash}
          strokeLinecap="round"
        />
      </svg>
      {props.children}
    </span>
  )
}

function drawing(
  points: Placed[],
  before: Placed[],
  { width, height }: { width: number; height: number },
) {
  const first = points[0]?.at ?? new Date(0)
  const last = points.at(-1)?.at ?? first
  const top = Math.max(1e-9, ...[...points, ...before].map(({ value }) => value ?? 0))
  const x = scaleUtc([first, last], [MARGIN.left, width - MARGIN.right])
  const y = scaleLinear([0, top], [height - MARGIN.bottom, MARGIN.top]).nice(4)
  const known = (point: Placed) => point.value !== null
  const at = (point: Placed) => x(point.at)
  const up = (point: Placed) => y(point.value ?? 0)
  return {
    x,
    y,
    curve: line<Placed>(at, up).defined(known).curve(curveMonotoneX),
    fill: area<Placed>(at, y(0), up).defined(known).curve(curveMonotoneX),
  }
}

function highest(points: Placed[]): { at: Date; value: number } | null {
  let best: { at: Date; value: number } | null = null
  for (const { at, value } of points) {
    if (value !== null && value > (best?.value ?? 0)) best = { at, value }
  }
  return best
}

/** Days known between two gaps: a line cannot show them, a dot can. */
function lonely(points: Placed[]): { at: Date; value: number }[] {
  return points.flatMap(({ at, value }, rank) => {
    const alone =
      (points[rank - 1]?.value ?? null) === null && (points[rank + 1]?.value ?? null) === null
    return value !== null && alone ? [{ at, value }] : []
  })
}

/** As many days as have room, real ones, evenly spread from the first. */
function axisDays(points: Placed[], width: number): Date[] {
  const step = Math.max(1, Math.ceil(points.length / Math.max(2, Math.floor(width / 130))))
  return points.filter((_, rank) => rank % step === 0).map(({ at }) => at)
}

/** The last day must not leave the drawing. */
function underDay(x: number, width: number) {
  return x > width - MARGIN.right - 20
    ? { x: width - MARGIN.right + 8, textAnchor: 'end' as const }
    : { x, textAnchor: 'middle' as const }
}

function besidePeak(x: number, width: number) {
  if (x < 120) return { x: x - 4, textAnchor: 'start' as const }
  if (x > width - 120) return { x: x + 4, textAnchor: 'end' as const }
  return { x, textAnchor: 'middle' as const }
}
