import { scaleLinear } from 'd3-scale'
import { ChartTable } from './chart-table.tsx'
import { type ChartFormat, chartNumbers } from './numbers.ts'
import { chartWords } from './words.ts'

export interface Bar {
  key: string
  label: string
  value: number | null
  /** A word after the value: why it is missing, what it is counted over. */
  note?: string
}

export interface BarsProps {
  locale: string
  label: string
  rows: readonly Bar[]
  format?: ChartFormat
  /** A click on a row filters by it. */
  onPick?: (key: string) => void
  picked?: string
}

/** Ranked bars, the first one in colour. Rows without data say so and come last. */
export function Bars({ locale, label, rows, format, onPick, picked }: BarsProps) {
  const numbers = chartNumbers(locale, format)
  const words = chartWords(locale)
  const ranked = rows.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1))
  const width = scaleLinear([0, Math.max(1e-9, ...rows.map((row) => row.value ?? 0))], [0, 100])
  return (
    <figure>
      <ol aria-label={label} className="space-y-0.5">
        {ranked.map((row, rank) => {
          const strong = picked ? picked === row.key : rank === 0
          const inside = (
            <>
              <span className="line-clamp-3 w-28 shrink-0 text-left break-words" title={row.label}>
                {row.label}
              </span>
              <span className="flex min-w-0 flex-1 items-center gap-2">
                {row.value !== null && (
                  <span
                    aria-hidden
                    className="h-4 min-w-px"
                    style={{
                      flex: `0 1 ${width(row.value)}%`,
                      background: strong ? 'var(--d1)' : 'var(--rule-strong)',
                      opacity: strong ? 1 : 0.45,
                    }}
                  />
                )}
                <span className="shrink-0 text-ink-2">
                  {row.value === null ? words.missing : numbers.exact(row.value)}
                  {row.note && <span className="text-ink-3"> {row.note}</span>}
                </span>
              </span>
            </>
          )
          const look = 'flex min-h-7 w-full items-center gap-3 rounded-md'
          return (
            <li key={row.key}>
              {onPick ? (
                <button
                  type="button"
                  aria-pressed={picked === row.key}
                  className={`${look} hover:bg-sunken`}
                  onClick={() => onPick(row.key)}
                >
                  {inside}
                </button>
              ) : (
                <span className={look}>{inside}</span>
              )}
            </li>
          )
        })}
      </ol>
      <ChartTable
        summary={words.table}
        caption={label}
        head={[words.name, words.value]}
        rows={ranked.map((row) => ({
          key: row.key,
          cells: [row.label, row.value === null ? words.missing : numbers.exact(row.value)],
        }))}
      />
    </figure>
  )
}
