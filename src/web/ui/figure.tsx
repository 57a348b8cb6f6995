import { Trans, useLingui } from '@lingui/react/macro'
import { Link, type LinkProps } from '@tanstack/react-router'
import { Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { type Format, useFormat } from './format.ts'
import { Popover } from './popover.tsx'

export interface FigureExplanation {
  /** Where it comes from. */
  source: ReactNode
  /** What it is counted over. */
  denominator?: ReactNode
  /** Which days or channels are missing. */
  gaps?: ReactNode
  /** When it was last read (ISO instant). */
  asOf?: string
}

export interface FigureProps {
  label: string
  value: number | null
  format?: 'number' | 'compact' | 'percent' | 'duration' | 'money'
  currency?: string
  previous?: number | null
  /** Which way is good news; 'none' leaves the change without colour. */
  better?: 'up' | 'down' | 'none'
  /** The sentence shown instead of a number we do not have. */
  unknown?: ReactNode
  explain?: FigureExplanation
  onFilter?: () => void
  active?: boolean
  /** Where what it counts is seen. */
  seen?: Pick<LinkProps, 'to' | 'search'>
}

/** Key figures side by side between two strong rules; they wrap two by two on phones. */
export function FigureRow({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <section
      aria-label={label}
      className="grid grid-cols-2 gap-px max-md:*:last:odd:col-span-2 border-y border-ink bg-rule *:bg-paper md:grid-cols-[repeat(auto-fit,minmax(150px,1fr))]"
    >
      {children}
    </section>
  )
}

export function Figure(props: FigureProps) {
  const { label, value, unknown, explain, onFilter, active, seen } = props
  const f = useFormat()
  return (
    <div className={cx('px-4 py-3', active && 'bg-accent-soft!')}>
      <div className="flex min-h-6 items-center gap-1 text-ink-2">
        <p className="line-clamp-2 min-w-0 leading-tight">{label}</p>
        {explain && <Explanation label={label} {...explain} />}
      </div>
      {value === null ? (
        <p className="mt-1 text-sm text-ink-2">{unknown ?? <Trans>We cannot tell yet.</Trans>}</p>
      ) : (
        <>
          <p className="title-serif text-2xl tabular-nums lg:text-3xl">
            {onFilter ? (
              <button
                type="button"
                aria-pressed={active}
                onClick={onFilter}
                className="hover:underline"
              >
                {written(f, value, props)}
              </button>
            ) : seen ? (
              <Link
                {...seen}
                className="relative inline-block underline decoration-rule-strong decoration-dotted decoration-1 underline-offset-4 hover:decoration-solid hover:decoration-accent"
              >
                <span className="sr-only">{label} </span>
                {written(f, value, props)}
              </Link>
            ) : (
              written(f, value, props)
            )}
          </p>
          <Change {...props} value={value} />
        </>
      )}
    </div>
  )
}

function Change({ value, previous, better = 'up', ...rest }: FigureProps & { value: number }) {
  const f = useFormat()
  if (previous === undefined) return null
  if (previous === null) {
    return (
      <p className="mt-1 text-xs text-ink-3">
        <Trans>No earlier period to compare</Trans>
      </p>
    )
  }
  const before = written(f, previous, rest)
  const change = previous === 0 ? null : value / previous - 1
  const up = value > previous
  const colour =
    better === 'none' || value === previous
      ? 'text-ink-2'
      : up === (better === 'up')
        ? 'text-good'
        : 'text-bad'
  return (
    <p className="mt-1 text-xs text-ink-3">
      {change !== null && (
        <span className={cx('font-semibold', colour)}>
          <span aria-hidden>{value === previous ? '=' : up ? '▲' : '▼'}</span> {f.change(change)}
        </span>
      )}{' '}
      <Trans>against {before}</Trans>
    </p>
  )
}

function Explanation({
  label,
  source,
  denominator,
  gaps,
  asOf,
}: FigureExplanation & { label: string }) {
  const { t } = useLingui()
  const f = useFormat()
  const name = t`About the figure: ${label}`
  const lines: [string, ReactNode][] = [
    [t`Source`, source],
    [t`Counted over`, denominator],
    [t`Missing`, gaps],
    [t`Read`, asOf && f.dateTime(asOf)],
  ]
  return (
    <Popover
      label={name}
      trigger={
        <button
          type="button"
          aria-label={name}
          className="grid size-6 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-sunken hover:text-ink pointer-coarse:size-11"
        >
          <Info size={14} strokeWidth={1.5} aria-hidden />
        </button>
      }
    >
      <dl className="space-y-2 text-sm">
        {lines.map(
          ([term, words]) =>
            words && (
              <div key={term}>
                <dt className="text-xs text-ink-3">{term}</dt>
                <dd>{words}</dd>
              </div>
            ),
        )}
      </dl>
    </Popover>
  )
}

function written(
  f: Format,
  value: number,
  { format = 'compact', currency = 'EUR' }: Pick<FigureProps, 'format' | 'currency'>,
): string {
  return format === 'money' ? f.money(value, currency) : f[format](value)
}
