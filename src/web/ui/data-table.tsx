import { useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { cx } from './cx.ts'
import { type Sort, sortRows, type SortValue } from './sort-rows.ts'

export interface Column<T> {
  key: string
  label: ReactNode
  align?: 'start' | 'end'
  cell: (row: T) => ReactNode
  /** Makes the column sortable; null sorts last either way. */
  sort?: (row: T) => SortValue
  width?: string
  hideOnPhone?: boolean
}

interface DataTableProps<T> {
  caption: ReactNode
  hideCaption?: boolean
  columns: readonly Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  initialSort?: Sort
  empty?: ReactNode
  onRow?: (row: T) => void
}

/** A plain table with a caption; the first column names the row. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { caption, hideCaption, columns, rows, rowKey, initialSort, empty, onRow } = props
  const [sort, setSort] = useState<Sort | undefined>(initialSort)
  const sorted = sortRows(rows, columns, sort)
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse">
        <caption className={hideCaption ? 'sr-only' : 'pb-2 text-left font-semibold'}>
          {caption}
        </caption>
        <thead>
          <tr className="border-b border-ink text-left align-bottom text-xs text-ink-2">
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr
              key={rowKey(row)}
              className={cx('border-b border-rule', onRow && 'cursor-pointer hover:bg-sunken')}
              onClick={onRow && (() => onRow(row))}
            >
              {columns.map((column, index) => {
                const Cell = index === 0 ? 'th' : 'td'
                return (
                  <Cell
                    key={column.key}
                    {...(index === 0 ? { scope: 'row' } : {})}
                    className={cx(
                      'h-8 py-1.5 pr-4 font-normal last:pr-0',
                      column.align === 'end' ? 'text-right' : 'text-left',
                      column.hideOnPhone && 'hidden md:table-cell',
                    )}
                  >
                    {column.cell(row)}
                  </Cell>
                )
              })}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length} className="py-6 text-ink-2">
                {empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

interface HeadProps<T> {
  column: Column<T>
  sort: Sort | undefined
  onSort: (sort: Sort) => void
}

function Head<T>({ column, sort, onSort }: HeadProps<T>) {
  const { t } = useLingui()
  const current = sort?.key === column.key ? sort.dir : undefined
  const Arrow = current === 'asc' ? ArrowUp : ArrowDown
  const end = column.align === 'end'
  return (
    <th
      scope="col"
      style={column.width ? { width: column.width } : undefined}
      aria-sort={current && (current === 'asc' ? 'ascending' : 'descending')}
      className={cx(
        'py-1.5 pr-4 font-medium last:pr-0',
        end && 'text-right',
        column.hideOnPhone && 'hidden md:table-cell',
      )}
    >
      {column.sort ? (
        <button
          type="button"
          title={t`Sort`}
          className={cx(
            'inline-flex min-h-6 items-center gap-1 hover:text-ink',
            current && 'text-ink',
          )}
          onClick={() => onSort({ key: column.key, dir: current === 'desc' ? 'asc' : 'desc' })}
        >
          {end && current && <Arrow size={12} aria-hidden />}
          {column.label}
          {!end && current && <Arrow size={12} aria-hidden />}
        </button>
      ) : (
        column.label
      )}
    </th>
  )
}
