import { Fragment } from 'react'

/** An address that breaks before its tags rather than within them, what was added set apart. */
export function TaggedAddress({ target, kept = 0 }: { target: string; kept?: number }) {
  const added = target.slice(kept).split(/(?=[&?])/)
  return (
    <span className="min-w-0 [overflow-wrap:anywhere] text-ink-2">
      {target.slice(0, kept)}
      {added.map((part, index) => (
        <Fragment key={index}>
          <wbr />
          {kept > 0 ? <strong className="font-medium text-ink">{part}</strong> : part}
        </Fragment>
      ))}
    </span>
  )
}
