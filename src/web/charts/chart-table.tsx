import type { ReactNode } from 'react'

interface ChartTableProps {
  summary: ReactNode
  caption: string
  head: readonly ReactNode[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
}

/** The same data as a table, folded under its chart. */
export function ChartTable({ summary, caption, head, rows }: ChartTableProps) {
  return (
    <details className="mt-1 text-xs text-ink-2">
      <summary className="py-1">{summary}</summary>
      <div className="max-h-72 overflow-auto" tabIndex={0} role="group" aria-label={caption}>
        <table className="mt-1">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr className="border-b border-rule">
              {head.map((cell, index) => (
                <th
                  key={index}
                  scope="col"
                  className={
                    index === 0 ? 'pr-6 text-left font-medium' : 'pl-4 text-right font-medium'
                  }
                >
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells }) => (
              <tr key={key}>
                {cells.map((cell, index) =>
                  index === 0 ? (
                    <th key={index} scope="row" className="pr-6 text-left font-normal">
                      {cell}
                    </th>
                  ) : (
                    <td key={index} className="pl-4 text-right">
                      {cell}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
