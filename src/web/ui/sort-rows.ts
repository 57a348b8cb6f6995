export type SortValue = number | string | null

export interface Sort {
  key: string
  dir: 'asc' | 'desc'
}

interface Sortable<T> {
  key: string
  sort?: (row: T) => SortValue
}

/** Sorted copy of the rows; ties and rows without value keep their order, the latter last. */
export function sortRows<T>(
  rows: readonly T[],
  columns: readonly Sortable<T>[],
  sort: Sort | undefined,
): readonly T[] {
  const value = columns.find((column) => column.key === sort?.key)?.sort
  if (!value || !sort) return rows
  const sign = sort.dir === 'asc' ? 1 : -1
  return rows.toSorted((a, b) => {
    const [x, y] = [value(a), value(b)]
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1
    if (typeof x === 'number' && typeof y === 'number') return sign * (x - y)
    return sign * String(x).localeCompare(String(y))
  })
}
