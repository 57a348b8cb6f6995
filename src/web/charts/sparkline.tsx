interface SparklineProps {
  values: readonly (number | null)[]
  /** Says in words what the line shows. */
  label: string
  width?: number
  height?: number
}

const EDGE = 3

/** A curve the height of a line of text; its last point is marked. Straight lines: it needs no library. */
export function Sparkline({ values, label, width = 96, height = 24 }: SparklineProps) {
  const top = Math.max(1e-9, ...values.map((value) => value ?? 0))
  const step = (width - 2 * EDGE) / Math.max(1, values.length - 1)
  const x = (rank: number) => round(EDGE + rank * step)
  const y = (value: number) => round(height - EDGE - (value / top) * (height - 2 * EDGE))
  const path = values
    .map((value, rank) => {
      if (value === null) return ''
      const joined = typeof values[rank - 1] === 'number'
      return `${joined ? 'L' : 'M'}${x(rank)} ${y(value)}`
    })
    .join('')
  const last = values.findLastIndex((value) => value !== null)
  const end = values[last]
  return (
    <svg
      {...{ width, height }}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      className="shrink-0"
    >
      <line
        x1={EDGE}
        x2={width - EDGE}
        y1={height - EDGE}
        y2={height - EDGE}
        stroke="var(--rule)"
      />
      <path
        d={path}
        fill="none"
        stroke="var(--d1)"
        strokeWidth={1.5}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {typeof end === 'number' && <circle cx={x(last)} cy={y(end)} r={2} fill="var(--d1)" />}
    </svg>
  )
}

function round(n: number): number {
  return Math.round(n * 10) / 10
}
