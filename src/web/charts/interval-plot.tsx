import { scaleLinear } from 'd3-scale'
import { ChartTable } from './chart-table.tsx'
import { type ChartFormat, chartNumbers } from './numbers.ts'
import { useMeasuredWidth } from './measured-width.ts'
import { chartWords } from './words.ts'

export interface Interval {
  label: string
  low: number
  mid: number
  high: number
}

export interface IntervalPlotProps {
  locale: string
  label: string
  rows: readonly Interval[]
  unit?: string
  format?: ChartFormat
  width?: number
}

const ROW = 44
const AXIS = 24

/** Where each version's true figure probably lies; what overlaps cannot be told apart yet. */
export function IntervalPlot({
  locale,
  label,
  rows,
  unit,
  format = 'percent',
  ...given
}: IntervalPlotProps) {
  const [place, width] = useMeasuredWidth<HTMLElement>(given.width, 560)
  const numbers = chartNumbers(locale, format)
  const words = chartWords(locale)
  const height = rows.length * ROW + AXIS
  const low = Math.min(...rows.map((row) => row.low))
  const high = Math.max(...rows.map((row) => row.high))
  const x = scaleLinear(
    [Math.max(0, low - (high - low) * 0.15), high + (high - low) * 0.15 || 1],
    [16, width - 16],
  ).nice(5)
  return (
    <figure ref={place} className="min-w-0">
      <svg
        {...{ width, height }}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${label}. ${rows.map((row) => `${row.label}: ${numbers.exact(row.low)} – ${numbers.exact(row.high)}`).join('; ')}`}
        className="block max-w-full overflow-visible"
        style={{ fontFamily: 'var(--sans, sans-serif)', fontSize: 11 }}
      >
        {x.ticks(Math.max(2, Math.min(6, Math.floor(width / 90)))).map((tick) => (
          <g key={tick}>
            <line x1={x(tick)} x2={x(tick)} y1={0} y2={height - AXIS} stroke="var(--rule)" />
            <text x={x(tick)} y={height - 8} textAnchor="middle" fill="var(--ink-2)">
              {numbers.short(tick)}
            </text>
          </g>
        ))}
        {rows.map((row, rank) => (
          <Row key={row.label} {...{ row, rank, x, write: numbers.exact }} />
        ))}
      </svg>
      <ChartTable
        summary={words.table}
        caption={label}
        head={[words.name, words.low, words.mid, words.high]}
        rows={rows.map((row) => ({
          key: row.label,
          cells: [
            row.label,
            ...[row.low, row.mid, row.high].map((n) =>
              [numbers.exact(n), unit].filter(Boolean).join(' '),
            ),
          ],
        }))}
      />
    </figure>
  )
}

interface RowProps {
  row: Interval
  rank: number
  x: (value: number) => number
  write: (value: number) => string
}

/** Rows differ by colour and by the shape of their middle: disc, square, diamond. */
function Row({ row, rank, x, write }: RowProps) {
  const y = rank * ROW + 30
  const colour = `var(--d${(rank % 4) + 1})`
  const middle = x(row.mid)
  return (
    <g>
      <text x={x(row.low)} y={y - 12} fill="var(--ink)" fontWeight={600}>
        {row.label}{' '}
        <tspan fontWeight={400} fill="var(--ink-2)">
          {write(row.mid)}
        </tspan>
      </text>
      <line
        x1={x(row.low)}
        x2={x(row.high)}
        y1={y}
        y2={y}
        stroke={colour}
        strokeWidth={2}
        strokeDasharray={rank % 2 === 1 ? '6 3' : undefined}
      />
      {[row.low, row.high].map((end, index) => (
        <line
          key={index}
          x1={x(end)}
          x2={x(end)}
          y1={y - 4}
          y2={y + 4}
          stroke={colour}
          strokeWidth={2}
        />
      ))}
      {rank % 3 === 0 && <circle cx={middle} cy={y} r={5} fill={colour} />}
      {rank % 3 === 1 && <rect x={middle - 4.5} y={y - 4.5} width={9} height={9} fill={colour} />}
      {rank % 3 === 2 && <path d={`M${middle} ${y - 6}l6 6-6 6-6-6z`} fill={colour} />}
    </g>
  )
}
