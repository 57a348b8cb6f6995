import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { useUrlState } from '#web/shell/index.ts'
import { cx } from '#web/ui/index.ts'
import type { Placed } from '../arrange.ts'
import { useCalendarDesk } from '../calendar-desk.ts'
import { BulkBar } from './bulk-bar.tsx'
import { ListRow } from './list-row.tsx'
import { isSort, type Sort, sorted } from './sorted.ts'

interface ListViewProps {
  /** `2026-11`; '' for all there is. */
  month: string
  days: ReadonlyMap<string, Placed[]>
}

/** The posts of a month as a table: sorted by any column, ticked and changed together. */
export default function ListView({ month, days }: ListViewProps) {
  const { t } = useLingui()
  const { channels } = useCalendarDesk()
  const [asked, setSort] = useUrlState('sort', 'when')
  const sort = isSort(asked) ? asked : 'when'
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set())
  const rows = useMemo(() => {
    const all = [...days].flatMap(([day, posts]) => (day.startsWith(month) ? posts : []))
    return sorted(all, sort, (id) => channels.get(id)?.handle ?? '')
  }, [days, month, sort, channels])
  const toggle = useCallback(
    (id: string) =>
      tick((before) => {
        const after = new Set(before)
        if (!after.delete(id)) after.add(id)
        return after
      }),
    [],
  )
  const clear = useCallback(() => tick(new Set()), [])
  const chosen = rows.filter(({ post }) => ticked.has(post.id))
  const isAll = rows.length > 0 && chosen.length === rows.length
  if (rows.length === 0)
    return (
      <p className="border-t border-ink py-6 text-ink-2">
        <Trans>Nothing in this month.</Trans>
      </p>
    )
  const head = (by: 'when' | 'status' | 'account' | 'label', label: ReactNode, hide?: string) => (
    <Head by={by} sort={sort} setSort={setSort} hide={hide}>
      {label}
    </Head>
  )
  return (
    <>
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">
          <Trans>Posts of the month</Trans>
        </caption>
        <thead>
          <tr className="border-b border-ink text-left text-xs text-ink-2">
            <th scope="col" className="py-1.5 pr-4">
              <input
                type="checkbox"
                aria-label={t`Tick all`}
                className="size-4 accent-(--accent) pointer-coarse:size-6"
                checked={isAll}
                onChange={() => tick(isAll ? new Set() : new Set(rows.map(({ post }) => post.id)))}
              />
            </th>
            {head('when', <Trans>When</Trans>)}
            <th scope="col" className="py-1.5 pr-4 font-medium">
              <Trans>Post</Trans>
            </th>
            {head('account', <Trans>Accounts</Trans>, 'max-md:hidden')}
            {head('label', <Trans>Labels</Trans>, 'max-lg:hidden')}
            {head('status', <Trans>Status</Trans>, 'max-md:hidden')}
          </tr>
        </thead>
        <tbody>
          {rows.map((placed) => (
            <ListRow
              key={placed.post.id}
              placed={placed}
              ticked={ticked.has(placed.post.id)}
              toggle={toggle}
            />
          ))}
        </tbody>
      </table>
      {chosen.length > 0 && <BulkBar posts={chosen.map(({ post }) => post)} clear={clear} />}
    </>
  )
}

interface HeadProps {
  by: 'when' | 'status' | 'account' | 'label'
  sort: Sort
  setSort: (sort: Sort) => void
  hide: string | undefined
  children: ReactNode
}

function Head({ by, sort, setSort, hide, children }: HeadProps) {
  const { t } = useLingui()
  const dir = sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : undefined
  const Arrow = dir === 'ascending' ? ArrowUp : ArrowDown
  return (
    <th scope="col" aria-sort={dir} className={cx('py-1.5 pr-4 font-medium', hide)}>
      <button
        type="button"
        title={t`Sort`}
        className={cx('inline-flex min-h-6 items-center gap-1 hover:text-ink', dir && 'text-ink')}
        onClick={() => setSort(dir === 'ascending' ? `-${by}` : by)}
      >
        {children}
        {dir && <Arrow size={12} aria-hidden />}
      </button>
    </th>
  )
}
