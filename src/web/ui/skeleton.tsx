import { Trans } from '@lingui/react/macro'

/** Rows to come, of the height they will have: nothing jumps when they arrive. */
export function Skeleton({ rows = 5, height = 32 }: { rows?: number; height?: number }) {
  return (
    <div role="status" className="border-t border-rule">
      <span className="sr-only">
        <Trans>Loading…</Trans>
      </span>
      {Array.from({ length: rows }, (_, index) => (
        <div
          key={index}
          aria-hidden
          className="flex items-center border-b border-rule"
          style={{ height }}
        >
          <span
            className="h-2.5 rounded-sm bg-sunken"
            style={{ width: `${30 + ((index * 37) % 45)}%` }}
          />
        </div>
      ))}
    </div>
  )
}
